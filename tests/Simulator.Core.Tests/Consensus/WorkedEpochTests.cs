using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Acceptance cases 35 to 38 (§8.2): epochs worked out by an exact model of the chain.</summary>
public sealed class WorkedEpochTests
{
    private const int None = -1;

    [Fact]
    public void Legacy_bonds_with_the_whole_penalty()
    {
        SmallSubnet subnet = ThreeVoters(new SmallSubnet(1).Parameters);
        EpochOutput found = subnet.Epoch();
        Assert.Equal([0, 0, 0, 32_767, 32_767], found.Consensus);
        Assert.Equal([0, 0, 0, 33_436, 32_098], found.Incentive);
        Assert.Equal([24_074, 28_086, 13_374, 0, 0], found.Dividends);
        Assert.Equal([49_151, 65_535, 43_689, 0, 0], found.ValidatorTrust);
        Assert.Equal([0UL, 0, 0, 255_102_040, 244_897_959], found.ServerEmission);
        Assert.Equal([183_673_469UL, 214_285_714, 102_040_815, 0, 0], found.ValidatorEmission);
        AssertBonds(subnet, [65_535, 37_448], [57_343, 65_535], [13_653, 46_810]);
    }

    [Theory]
    [InlineData(0, new[] { 27_314, 22_955, 15_264 }, new[] { 9338, 3112, 6225, 6225, 982, 11_468 })]
    [InlineData(32_767, new[] { 26_279, 25_574, 13_681 }, new[] { 7781, 3112, 6225, 6225, 982, 8847 })]
    [InlineData(65_535, new[] { 25_085, 28_869, 11_579 }, new[] { 6225, 3112, 6225, 6225, 982, 6225 })]
    public void Yuma3_bonds_at_a_steady_rate(int penalty, int[] dividends, int[] bonds) =>
        AssertSecondEpoch(Yuma3(penalty, liquid: false), dividends, bonds);

    [Theory]
    [InlineData(0, new[] { 28_225, 22_963, 14_345 }, new[] { 45_163, 14_922, 29_844, 29_844, None, 60_420 })]
    [InlineData(
        32_767,
        new[] { 27_260, 26_034, 12_240 },
        new[] { 37_385, 14_922, 29_844, 29_844, None, 43_948 }
    )]
    [InlineData(
        65_535,
        new[] { 26_104, 29_672, 9758 },
        new[] { 29_844, 14_922, 29_844, 29_844, None, 29_844 }
    )]
    public void Liquid_alpha_drops_a_bond_at_once_when_its_weight_is_gone(
        int penalty,
        int[] dividends,
        int[] bonds
    ) => AssertSecondEpoch(Yuma3(penalty, liquid: true), dividends, bonds);

    [Theory]
    [InlineData(0, 65_535)]
    [InlineData(32_767, 65_535)]
    [InlineData(65_535, None)]
    public void A_minority_cabal_earns_nothing_whatever_the_penalty(int penalty, int bond)
    {
        SmallSubnet subnet = new(600, 200, 200, 0, 0, 0);
        subnet.Parameters = subnet.Parameters with { BondsPenalty = new((ushort)penalty) };
        subnet.Epoch();
        subnet.SetWeights(0, (3, 65_535), (4, 65_535), (5, 0));
        subnet.SetWeights(1, (3, 65_535), (4, 65_535), (5, 0));
        subnet.SetWeights(2, (3, 0), (4, 0), (5, 65_535));
        EpochOutput found = subnet.Epoch();
        Assert.Equal(0, found.Consensus[5]);
        Assert.Equal([375_000_000UL, 124_999_999, 0, 250_000_000, 250_000_000, 0], found.Emission);
        Assert.Equal([65_535, 65_535, 0, 0, 0, 0], found.ValidatorTrust);
        Assert.Equal(bond, subnet.Bond(2, 5) ?? None);
    }

    private static EpochParameters Yuma3(int penalty, bool liquid) =>
        new SmallSubnet(1).Parameters with
        {
            Yuma3On = true,
            LiquidAlphaOn = liquid,
            BondsPenalty = new((ushort)penalty),
            BondsMovingAverage = 900_000,
        };

    private static SmallSubnet ThreeVoters(EpochParameters parameters)
    {
        SmallSubnet subnet = new(400, 350, 250, 0, 0)
        {
            Parameters = parameters with { MaxAllowedValidators = 5 },
        };
        subnet.Epoch();
        subnet.SetWeights(0, (3, 65_535), (4, 21_845));
        subnet.SetWeights(1, (3, 65_535), (4, 65_535));
        subnet.SetWeights(2, (3, 13_107), (4, 65_535));
        return subnet;
    }

    private static void AssertSecondEpoch(EpochParameters parameters, int[] dividends, int[] bonds)
    {
        SmallSubnet subnet = ThreeVoters(parameters);
        subnet.Epoch();
        subnet.SetWeights(2, (4, 65_535));
        EpochOutput found = subnet.Epoch();
        Assert.Equal([0, 0, 0, 31_710, 33_824], found.Incentive);
        Assert.Equal(dividends, found.Dividends.Take(3).Select(x => (int)x));
        AssertBonds(subnet, bonds[..2], bonds[2..4], bonds[4..]);
    }

    private static void AssertBonds(SmallSubnet subnet, params int[][] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            int[] found = [subnet.Bond(i, 3) ?? None, subnet.Bond(i, 4) ?? None];
            Assert.Equal(expected[i], found);
        }
    }
}
