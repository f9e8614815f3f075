using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Consensus;

/// <summary>
/// Acceptance cases 28 to 34 (§8.2) under the chain's names: three validators, miners from uid 3 on, no bonds penalty,
/// rates from 0.1 to 0.3. Shares and bonds within the chain's tolerance of 10⁻³; integers exactly.
/// </summary>
public sealed class Yuma3AcceptanceTests
{
    private const double Tolerance = 1e-3;

    private static readonly ulong[] OneLarge = [800, 100, 100];
    private static readonly ulong[] Equal = [330, 330, 340];

    [Fact]
    public void Test_yuma_3_kappa_moves_first()
    {
        SmallSubnet subnet = Subnet(OneLarge, miners: 2);
        double[][] dividends =
        [
            [0.8, 0.1, 0.1],
            [1, 0, 0],
            [0.9382, 0.0618, 0],
            [0.8819, 0.0773, 0.0407],
            [0.8564, 0.0844, 0.0592],
            [0.8418, 0.0884, 0.0697],
        ];
        int[] moves = [1, 2, 3];
        for (int epoch = 0; epoch < dividends.Length; epoch++)
        {
            EpochOutput found = Move(subnet, moves, epoch);
            AssertShares(dividends[epoch], found.Dividends);
            switch (epoch)
            {
                case 0:
                    Assert.Equal(6640, subnet.Bond(0, 3));
                    break;
                case 1:
                    AssertBonds(subnet, [0.0908, 0.1013], [0.3697, 0], [0.3697, 0]);
                    AssertExactBonds(subnet, [5951, 6640], [24_229, 0], [24_229, 0]);
                    break;
                case 2:
                    Assert.Equal([61_486, 4048, 0], found.Dividends[..3]);
                    break;
                case 5:
                    AssertBonds(subnet, [0.0588, 0.4139], [0.2157, 0.3478], [0.3089, 0.2742]);
                    AssertExactBonds(subnet, [3853, 27_120], [14_133, 22_789], [20_244, 17_970]);
                    Assert.Equal([55_170, 5795, 4569], found.Dividends[..3]);
                    break;
            }
        }
    }

    [Fact]
    public void Test_yuma_3_kappa_moves_second()
    {
        SmallSubnet subnet = Subnet(OneLarge, miners: 2);
        double[][] dividends =
        [
            [0.8, 0.1, 0.1],
            [0.8446, 0.0498, 0.1056],
            [0.6868, 0.3132, 0],
            [0.7421, 0.2090, 0.0489],
            [0.7625, 0.1706, 0.0669],
            [0.7730, 0.1508, 0.0762],
        ];
        for (int epoch = 0; epoch < dividends.Length; epoch++)
        {
            EpochOutput found = Move(subnet, [2, 1, 3], epoch);
            AssertShares(dividends[epoch], found.Dividends);
            if (epoch == 1)
            {
                AssertExactBonds(subnet, [12_607, 0], [5951, 19_572], [12_607, 0]);
                Assert.Equal([55_350, 3266, 6918], found.Dividends[..3]);
            }
        }
    }

    [Fact]
    public void Test_yuma_3_kappa_moves_last()
    {
        SmallSubnet subnet = Subnet(OneLarge, miners: 2);
        double[][] dividends =
        [
            [0.8, 0.1, 0.1],
            [0.8446, 0.0498, 0.1056],
            [0.8966, 0.0333, 0.0701],
            [0.4663, 0.3210, 0.2127],
            [0.5976, 0.2340, 0.1683],
            [0.6592, 0.1932, 0.1475],
        ];
        for (int epoch = 0; epoch < dividends.Length; epoch++)
        {
            AssertShares(dividends[epoch], Move(subnet, [3, 1, 2], epoch).Dividends);
        }
    }

    [Fact]
    public void Test_yuma_3_one_epoch_switch()
    {
        SmallSubnet subnet = Subnet(Equal, miners: 2);
        double[][] dividends =
        [
            [0.33, 0.33, 0.34],
            [0.33, 0.33, 0.34],
            [0.3782, 0.3782, 0.2436],
            [0.3628, 0.3628, 0.2745],
            [0.3541, 0.3541, 0.2917],
            [0.3487, 0.3487, 0.3026],
        ];
        for (int epoch = 0; epoch < dividends.Length; epoch++)
        {
            AssertShares(dividends[epoch], SwitchOnce(subnet, epoch).Dividends);
        }
    }

    [Fact]
    public void Test_yuma_3_liquid_alpha_disabled()
    {
        SmallSubnet subnet = Subnet(Equal, miners: 2);
        subnet.Parameters = subnet.Parameters with { LiquidAlphaOn = false };
        int[] bonds = [1638, 3235, 4792, 6310, 7790, 9233];
        for (int epoch = 0; epoch < bonds.Length; epoch++)
        {
            EpochOutput found = SwitchOnce(subnet, epoch);
            Assert.Equal(bonds[epoch], subnet.Bond(0, 3));
            if (epoch == 2)
            {
                AssertShares([0.3734, 0.3734, 0.2532], found.Dividends);
            }
            if (epoch == 5)
            {
                AssertShares([0.3495, 0.3495, 0.3009], found.Dividends);
            }
        }
    }

    [Fact]
    public void Test_yuma_3_stable_miner()
    {
        SmallSubnet subnet = Subnet(OneLarge, miners: 3);
        for (int epoch = 0; epoch <= 5; epoch++)
        {
            EpochOutput found = Move(subnet, [2, 1, 3], epoch, stable: true);
            if (epoch == 1)
            {
                AssertShares([0.8226, 0.0745, 0.1028], found.Dividends);
            }
            if (epoch == 5)
            {
                AssertShares([0.7937, 0.1173, 0.0890], found.Dividends);
                double[] bonds = [0.0623, 0.1739, 0.2366];
                for (int j = 0; j < 3; j++)
                {
                    Assert.Equal(bonds[j], Share(subnet, 0, 3 + j), Tolerance);
                }
            }
        }
    }

    [Fact]
    public void Test_yuma_3_bonds_reset()
    {
        SmallSubnet subnet = Subnet(OneLarge, miners: 2);
        for (int epoch = 0; epoch <= 40; epoch++)
        {
            if (epoch == 20)
            {
                subnet.Bonds.RemoveColumn(3);
            }
            // From epoch 21 on they go back in the same order: the two small ones first.
            EpochOutput found =
                epoch < 21 ? Move(subnet, [2, 1, 1], epoch) : Move(subnet, [22, 21, 21], epoch, back: true);
            double[]? dividends = epoch switch
            {
                1 => [0.8944, 0.0528, 0.0528],
                2 => [0.5230, 0.2385, 0.2385],
                21 => [0.8467, 0.0766, 0.0766],
                40 => [0.7928, 0.1036, 0.1036],
                _ => null,
            };
            if (dividends is not null)
            {
                AssertShares(dividends, found.Dividends);
            }
            if (epoch == 20)
            {
                Assert.Equal([0, 0, 0], subnet.BondsTo(3, 3));
            }
        }
    }

    private static SmallSubnet Subnet(ulong[] stake, int miners)
    {
        SmallSubnet subnet = new([.. stake, .. new ulong[miners]]);
        subnet.Parameters = subnet.Parameters with
        {
            MaxAllowedValidators = 3,
            Yuma3On = true,
            LiquidAlphaOn = true,
            BondsPenalty = default,
            BondsMovingAverage = 975_000,
            AlphaLow = new(6553),
            AlphaHigh = new(19_660),
            AlphaSigmoidSteepness = 1000,
        };
        subnet.Epoch();
        return subnet;
    }

    /// <summary>Every validator goes from the first miner to the second, or back, in the epoch given for it.</summary>
    private static EpochOutput Move(
        SmallSubnet subnet,
        int[] moves,
        int epoch,
        bool stable = false,
        bool back = false
    )
    {
        for (int i = 0; i < 3; i++)
        {
            Vote(subnet, i, first: epoch < moves[i] != back, stable);
        }
        subnet.Refresh();
        return subnet.Epoch();
    }

    /// <summary>The last validator leaves the first miner for the second, in epoch 2 alone.</summary>
    private static EpochOutput SwitchOnce(SmallSubnet subnet, int epoch)
    {
        for (int i = 0; i < 3; i++)
        {
            Vote(subnet, i, first: i < 2 || epoch != 2, stable: false);
        }
        subnet.Refresh();
        return subnet.Epoch();
    }

    private static void Vote(SmallSubnet subnet, int validator, bool first, bool stable)
    {
        List<(int, int)> row = [(3, first ? 65_535 : 0), (4, first ? 0 : 65_535)];
        if (stable)
        {
            row.Add((5, 65_535));
        }
        subnet.SetWeights(validator, [.. row]);
    }

    private static double Share(SmallSubnet subnet, int validator, int miner) =>
        (subnet.Bond(validator, miner) ?? 0) / (double)PerU16.One;

    private static void AssertShares(double[] expected, ushort[] found)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i] / (double)PerU16.One, Tolerance);
        }
    }

    private static void AssertBonds(SmallSubnet subnet, params double[][] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i][0], Share(subnet, i, 3), Tolerance);
            Assert.Equal(expected[i][1], Share(subnet, i, 4), Tolerance);
        }
    }

    private static void AssertExactBonds(SmallSubnet subnet, params int[][] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            int[] found = [subnet.Bond(i, 3) ?? 0, subnet.Bond(i, 4) ?? 0];
            Assert.Equal(expected[i], found);
        }
    }
}
