using CsCheck;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Execution;

public sealed class ApproximateExecutionTests
{
    private const int Validators = 4;
    private const int Neurons = 12;

    // Units of 1/65,535: the chain cuts where double rounds, and its rate of 0.1 is 0.099992 here.
    private const int Near = 3;

    public static TheoryData<string> Rules => [.. ApproximateRule.All.Select(rule => rule.Id)];

    [Theory]
    [InlineData(0)]
    [InlineData(30_000)]
    [InlineData(65_535)]
    public void With_one_rate_for_all_liquid_alpha_v1_is_the_chains_Yuma2(int penalty)
    {
        Rng rng = new RandomStreams(1).For("limit", (ulong)penalty);
        SmallSubnet subnet = new([
            .. Enumerable
                .Range(0, Neurons)
                .Select(i => i < Validators ? 1_000UL + (ulong)rng.NextInt(9_000) : 0),
        ]);
        subnet.Parameters = subnet.Parameters with
        {
            BondsPenalty = new((ushort)penalty),
            AlphaLow = new(58_982),
            AlphaHigh = new(58_982),
        };
        subnet.Epoch();
        for (int epoch = 0; epoch < 12; epoch++)
        {
            if (epoch == 6)
            {
                subnet.Replace(7);
            }
            SetWeights(subnet, rng);
            EpochInput input = subnet.Input();

            AssertNear(
                new ScalarEpoch().Run(input),
                new ApproximateExecution(ApproximateRule.Yuma2LiquidV1).Run(input)
            );
            subnet.Epoch();
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Nothing_is_minted_whatever_the_epoch(string id) =>
        RandomEpoch.Inputs.Sample(
            input =>
            {
                EpochOutput found = new ApproximateExecution(ApproximateRule.Find(id)!).Run(input);
                Assert.True(Sum(found.ServerEmission) + Sum(found.ValidatorEmission) <= input.Emission.Rao);
                Assert.True(Sum(found.Emission) <= input.Emission.Rao);
            },
            iter: 1_000
        );

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_subnet_without_neurons_stays_empty(string id)
    {
        EpochOutput found = new ApproximateExecution(ApproximateRule.Find(id)!).Run(
            new SmallSubnet().Input()
        );
        Assert.Empty(found.Incentive);
    }

    private static void SetWeights(SmallSubnet subnet, Rng rng)
    {
        for (int i = 0; i < Validators; i++)
        {
            subnet.SetWeights(
                i,
                [
                    .. Enumerable
                        .Range(Validators, Neurons - Validators)
                        .Select(j => (j, 1 + rng.NextInt(65_535))),
                ]
            );
        }
    }

    private static void AssertNear(EpochOutput expected, EpochOutput found)
    {
        AssertNear(expected.Consensus, found.Consensus);
        AssertNear(expected.Incentive, found.Incentive);
        AssertNear(expected.Dividends, found.Dividends);
        AssertNear(expected.ValidatorTrust, found.ValidatorTrust);
        Assert.Equal(expected.StakeWeight, found.StakeWeight);
        Assert.Equal(expected.ValidatorPermit, found.ValidatorPermit);
        for (int i = 0; i < Neurons; i++)
        {
            Assert.Equal(Columns(expected, i), Columns(found, i));
            AssertNear(Values(expected, i), Values(found, i));
        }
    }

    private static void AssertNear(ushort[] expected, ushort[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.InRange(found[i], expected[i] - Near, expected[i] + Near);
        }
    }

    private static ushort[] Columns(EpochOutput epoch, int uid) =>
        Array.ConvertAll(epoch.Bonds[uid].ToArray(), entry => entry.Uid);

    private static ushort[] Values(EpochOutput epoch, int uid) =>
        Array.ConvertAll(epoch.Bonds[uid].ToArray(), entry => entry.Value);

    private static UInt128 Sum(ulong[] amounts) => amounts.Aggregate(UInt128.Zero, (sum, x) => sum + x);
}
