using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Acceptance cases 13 to 27 (§8.2) under the chain's names: bonds before Yuma3, permits, masks.</summary>
public sealed class EpochAcceptanceTests
{
    [Fact]
    public void Test_10_graph()
    {
        SmallSubnet subnet = new(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        subnet.Epoch();
        for (int i = 0; i < 10; i++)
        {
            subnet.SetWeights(i, (i, ushort.MaxValue));
        }
        EpochOutput found = subnet.Epoch();
        Assert.All(found.Incentive, x => Assert.Equal(0, x));
        Assert.All(found.Dividends, x => Assert.Equal(0, x));
        Assert.All(found.Consensus, x => Assert.Equal(0, x));
        Assert.All(found.Emission, x => Assert.Equal(99_999_999UL, x));
    }

    [Fact]
    public void Test_1_graph()
    {
        SmallSubnet subnet = new(1_000_000_000);
        subnet.Epoch();
        subnet.SetWeights(0, (0, ushort.MaxValue));
        EpochOutput found = subnet.Epoch();
        Assert.Equal((0, 0, 0), (found.Incentive[0], found.Dividends[0], found.Consensus[0]));
        Assert.Equal((1_000_000_000UL, 0UL), (found.Emission[0], found.ServerEmission[0]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Test_512_graph(bool serversVoteForThemselves)
    {
        ulong[] stake = new ulong[512];
        Array.Fill(stake, 328_125_000_000_000UL, 0, 64);
        SmallSubnet subnet = new(stake);
        subnet.Epoch();
        EpochOutput found = null!;
        for (int epoch = 0; epoch < 3; epoch++)
        {
            for (int i = 0; i < 64; i++)
            {
                subnet.SetWeights(i, [.. Enumerable.Range(64, 448).Select(j => (j, (int)ushort.MaxValue))]);
            }
            for (int i = 64; serversVoteForThemselves && i < 512; i++)
            {
                subnet.SetWeights(i, (i, ushort.MaxValue));
            }
            found = subnet.Epoch();
        }
        for (int i = 0; i < 64; i++)
        {
            Assert.Equal((1023, 7_812_500UL), (found.Dividends[i], found.Emission[i]));
            Assert.Equal(65_535, subnet.Bond(i, 64));
        }
        for (int i = 64; i < 512; i++)
        {
            Assert.Equal(
                (146, 146, 1_116_071UL),
                (found.Consensus[i], found.Incentive[i], found.Emission[i])
            );
        }
    }

    [Fact]
    public void Test_bonds()
    {
        SmallSubnet subnet = new(1, 2, 3, 4, 0, 0, 0, 0);
        subnet.Epoch();
        for (int i = 0; i < 4; i++)
        {
            subnet.SetWeights(i, (4, 16_383), (5, 32_767), (6, 49_149), (7, 65_535));
        }
        ulong[] servers = [49_998_779, 100_000_610, 149_996_337, 200_004_272];
        Assert.Equal([49_999_998, 99_999_999, 150_000_000, 200_000_001, .. servers], subnet.Epoch().Emission);
        Assert.Equal([16_383, 32_767, 49_151, 65_535], subnet.BondsTo(4, 4));

        subnet.SetWeights(0, (0, ushort.MaxValue));
        Assert.Equal(
            [44_998_351, 101_110_561, 151_667_215, 202_223_870, .. servers],
            subnet.Epoch().Emission
        );
        Assert.Equal([14_582, 32_767, 49_151, 65_535], subnet.BondsTo(4, 4));

        subnet.SetWeights(1, (1, ushort.MaxValue));
        Assert.Equal([40_496_805, 90_999_783, 157_929_636, 210_573_773, .. servers], subnet.Epoch().Emission);
        Assert.Equal([12_603, 28_321, 49_151, 65_535], subnet.BondsTo(4, 4));

        // Only two fifths of the stake vote: there is no consensus.
        subnet.SetWeights(2, (2, ushort.MaxValue));
        Assert.Equal(
            [99_999_999, 199_999_999, 299_999_999, 399_999_999, 0, 0, 0, 0],
            subnet.Epoch().Emission
        );
        Assert.Equal([12_602, 28_320, 49_150, 65_535], subnet.BondsTo(7, 4));
    }

    [Fact]
    public void Test_bonds_after_a_validator_backs_one_miner_alone()
    {
        SmallSubnet subnet = new(1, 2, 3, 4, 0, 0, 0, 0);
        subnet.Epoch();
        for (int i = 0; i < 4; i++)
        {
            subnet.SetWeights(i, (4, 16_383), (5, 32_767), (6, 49_149), (7, 65_535));
        }
        subnet.Epoch();
        for (int i = 0; i < 3; i++)
        {
            subnet.SetWeights(i, (i, ushort.MaxValue));
            subnet.Epoch();
        }
        subnet.SetWeights(2, (7, ushort.MaxValue));
        (ulong[] Emission, int[] Bonds)[] epochs =
        [
            ([36_443_733, 81_898_628, 163_565_493, 218_092_144], [10_951, 24_609, 49_150, 65_535]),
            ([32_799_427, 73_706_612, 168_638_129, 224_855_830], [9_559, 21_482, 49_150, 65_535]),
            ([29_518_068, 66_336_137, 173_203_134, 230_942_659], [8_376, 18_824, 49_150, 65_535]),
            ([26_565_175, 59_701_871, 177_311_856, 236_421_095], [7_363, 16_549, 49_150, 65_535]),
        ];
        foreach ((ulong[] emission, int[] bonds) in epochs)
        {
            EpochOutput found = subnet.Epoch();
            Assert.Equal(emission, found.Emission[..4]);
            Assert.Equal(500_000_000UL, found.Emission[7]);
            Assert.Equal(bonds, subnet.BondsTo(7, 4));
        }
    }

    [Fact]
    public void Test_active_stake()
    {
        SmallSubnet subnet = new(1, 1, 0, 0);
        subnet.Epoch();
        (int, int)[] half = [(2, ushort.MaxValue), (3, ushort.MaxValue)];
        subnet.SetWeights(0, half);
        subnet.SetWeights(1, half);
        EpochOutput found = subnet.Epoch();
        Assert.All(found.Emission, x => Assert.Equal(250_000_000UL, x));
        Assert.Equal((32_767, 32_767), (found.Dividends[0], found.Dividends[1]));
        Assert.Equal([65_535, 65_535], subnet.BondsTo(2, 2));

        subnet.Block += 5001;
        subnet.SetWeights(0, half);
        found = subnet.Epoch();
        Assert.Equal((true, false), (found.Active[0], found.Active[1]));
        Assert.Equal((36_044, 29_490), (found.Dividends[0], found.Dividends[1]));
        Assert.Equal((274_999_999UL, 224_999_999UL), (found.Emission[0], found.Emission[1]));
        Assert.Equal([65_535, 53_619], subnet.BondsTo(2, 2));

        subnet.SetWeights(1, half);
        found = subnet.Epoch();
        Assert.Equal((35_716, 29_818), (found.Dividends[0], found.Dividends[1]));
        Assert.Equal((272_501_132UL, 227_498_866UL), (found.Emission[0], found.Emission[1]));
        Assert.Equal([65_535, 54_712], subnet.BondsTo(2, 2));
    }

    [Fact]
    public void Test_outdated_weights()
    {
        SmallSubnet subnet = WithoutMajorityOfHalf(1, 1, 0, 0);
        subnet.Epoch();
        subnet.SetWeights(0, (2, 65_535), (3, 32_768));
        subnet.SetWeights(1, (2, 65_535), (3, 32_768));
        Assert.Equal([250_000_000UL, 250_000_000, 333_331_637, 166_668_361], subnet.Epoch().Emission);

        subnet.Replace(3);
        subnet.Block++;
        subnet.SetWeights(0, (2, 65_535), (3, 32_768));
        EpochOutput found = subnet.Epoch();
        Assert.Equal(0, found.Consensus[3]);
        Assert.Equal((32_767, 250_000_000UL), (found.Dividends[0], found.Emission[0]));
        Assert.Equal((65_535, 65_535), (subnet.Bond(0, 2), subnet.Bond(0, 3)));
        Assert.Equal(500_000_000UL, found.Emission[2]);
    }

    [Fact]
    public void Test_zero_weights()
    {
        SmallSubnet subnet = new(1, 0);
        Assert.Equal([1_000_000_000UL, 0], subnet.Epoch().Emission);

        subnet.SetWeights(0, (0, 1));
        subnet.SetWeights(1, (1, 1));
        Assert.Equal([1_000_000_000UL, 0], subnet.Epoch().Emission);

        subnet.SetWeights(0, (1, 1));
        subnet.RegisteredAt(1, subnet.Block);
        Assert.Equal([1_000_000_000UL, 0], subnet.Epoch().Emission);

        subnet.SetWeights(0, (1, 1));
        Assert.Equal([500_000_000UL, 500_000_000], subnet.Epoch().Emission);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Test_validator_permits(int validators)
    {
        ulong threshold = (ulong)validators;
        SmallSubnet subnet = new([.. Enumerable.Range(1, 10).Select(i => (ulong)i)])
        {
            Parameters = new EpochParameters
            {
                StakeThreshold = threshold,
                MaxAllowedValidators = (ushort)validators,
            },
        };
        bool[] found = subnet.Epoch().ValidatorPermit;
        Assert.Equal(Enumerable.Range(1, 10).Select(i => i > 10 - validators && i >= validators), found);

        for (int i = 0; i < 10; i++)
        {
            subnet.Stake[i] = (ulong)(10 - i);
        }
        found = subnet.Epoch().ValidatorPermit;
        Assert.Equal(Enumerable.Range(0, 10).Select(i => i < validators && 10 - i >= validators), found);
    }

    [Fact]
    public void Test_can_set_self_weight_as_subnet_owner()
    {
        SmallSubnet subnet = new(1_000_000_000_000, 0) { Owner = new(0) };
        subnet.Epoch();
        subnet.SetWeights(0, (0, 32_767), (1, 32_767));
        EpochOutput found = subnet.Epoch();
        Assert.Equal([250_000_000UL, 250_000_000], found.ServerEmission);
        Assert.Equal([500_000_000UL, 0], found.ValidatorEmission);
    }

    [Fact]
    public void Test_epoch_outputs_single_staker_registered_no_weights()
    {
        EpochOutput found = new SmallSubnet(1_000_000_000).Epoch();
        Assert.Equal(
            (double)SmallSubnet.Emission,
            found.ServerEmission[0] + found.ValidatorEmission[0],
            tolerance: 1000
        );
    }

    [Fact]
    public void Test_deregistered_miner_bonds()
    {
        SmallSubnet subnet = WithoutMajorityOfHalf(1, 1, 0, 0);
        subnet.Epoch();
        subnet.SetWeights(0, (2, 65_535), (3, 65_535));
        subnet.SetWeights(1, (2, 65_535), (3, 65_535));
        subnet.Epoch();
        int? toOther = subnet.Bond(0, 2),
            toPruned = subnet.Bond(0, 3);

        subnet.Replace(3);
        subnet.Block++;
        subnet.SetWeights(0, (2, 65_535), (3, 65_535));
        subnet.Epoch();
        Assert.True(subnet.Bond(0, 2) >= toOther);
        Assert.True((subnet.Bond(0, 3) ?? 0) <= toPruned);
    }

    [Fact]
    public void Epoch_mechanism_emergency_mode_distributes_by_stake()
    {
        EpochOutput found = new SmallSubnet(10_000, 30_000, 60_000).Epoch();
        Assert.All(found.ServerEmission, x => Assert.Equal(0UL, x));
        Assert.Equal(100_000_000.0, found.ValidatorEmission[0], tolerance: 2);
        Assert.Equal(300_000_000.0, found.ValidatorEmission[1], tolerance: 2);
        Assert.Equal(600_000_000.0, found.ValidatorEmission[2], tolerance: 2);
    }

    [Fact]
    public void Test_epoch_masks_incoming_to_sniped_uid_prevents_inheritance()
    {
        SmallSubnet subnet = CommittedBeforeReplacement(commitReveal: true);
        Assert.Equal(0, subnet.Epoch().Incentive[1]);
    }

    [Fact]
    public void Test_epoch_no_mask_when_commit_reveal_disabled()
    {
        SmallSubnet subnet = CommittedBeforeReplacement(commitReveal: false);
        Assert.True(subnet.Epoch().Incentive[1] > 0);
    }

    [Fact]
    public void Test_epoch_does_not_mask_outside_window_but_masks_inside()
    {
        SmallSubnet subnet = CommittedBeforeReplacement(commitReveal: true);
        subnet.ForgetCommits();
        Assert.True(subnet.Epoch().Incentive[1] > 0);

        subnet.Commit(0);
        subnet.RegisteredAt(2, subnet.Block + 1);
        subnet.Block += 2;
        subnet.SetWeights(0, (1, 65_535), (2, 65_535));
        EpochOutput found = subnet.Epoch();
        Assert.True(found.Incentive[1] > 0);
        Assert.Equal(0, found.Incentive[2]);
    }

    [Fact]
    public void Test_last_update_size_mismatch()
    {
        SmallSubnet subnet = new(1, 0);
        subnet.Epoch();
        subnet.SetWeights(0, (1, 1));
        EpochInput input = subnet.Input();
        EpochInput longer = new()
        {
            Neurons = input.Neurons,
            Parameters = input.Parameters,
            CurrentBlock = input.CurrentBlock,
            LastUpdate = [.. input.LastUpdate, 3, 4, 5],
            BlockAtRegistration = input.BlockAtRegistration,
            AlphaStake = input.AlphaStake,
            TaoStake = input.TaoStake,
            ValidatorPermit = input.ValidatorPermit,
            Emission = input.Emission,
            Weights = input.Weights,
            Bonds = input.Bonds,
        };
        Core.Consensus.Execution.ScalarEpoch epoch = new();
        Assert.Equal(epoch.Run(input).Emission, epoch.Run(longer).Emission);
        Assert.Equal([500_000_000UL, 500_000_000], epoch.Run(longer).Emission);
    }

    [Fact]
    public void Test_liquid_alpha_equal_values_against_itself()
    {
        EpochParameters plain = new SmallSubnet(1).Parameters with
        {
            Yuma3On = true,
            BondsMovingAverage = 900_000,
        };
        SmallSubnet[] subnets =
        [
            Voting(plain),
            Voting(plain with { LiquidAlphaOn = true, AlphaLow = new(6553), AlphaHigh = new(6553) }),
        ];
        for (int epoch = 0; epoch < 10; epoch++)
        {
            EpochOutput[] found = [.. subnets.Select(subnet => subnet.Epoch())];
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(
                    found[0].Dividends[i] / 65_535.0,
                    found[1].Dividends[i] / 65_535.0,
                    tolerance: 1e-3
                );
                for (int j = 4; j < 8; j++)
                {
                    double ema = (subnets[0].Bond(i, j) ?? 0) / 65_535.0;
                    Assert.Equal(ema, (subnets[1].Bond(i, j) ?? 0) / 65_535.0, tolerance: 1e-3);
                }
            }
        }
    }

    /// <summary>
    /// At κ = 32,767 one of two equal validators is a majority by itself (§1.5); the values of these cases are those of
    /// the smallest κ at which it is not.
    /// </summary>
    private static SmallSubnet WithoutMajorityOfHalf(params ulong[] stake)
    {
        SmallSubnet subnet = new(stake);
        subnet.Parameters = subnet.Parameters with { Kappa = new(32_768) };
        return subnet;
    }

    private static SmallSubnet Voting(EpochParameters parameters)
    {
        SmallSubnet subnet = new(1, 2, 3, 4, 0, 0, 0, 0) { Parameters = parameters };
        subnet.Epoch();
        for (int i = 0; i < 4; i++)
        {
            subnet.SetWeights(i, [.. Enumerable.Range(4, 4).Select(j => (j, (i + 1) * j * 1000))]);
        }
        return subnet;
    }

    /// <summary>A validator commits weights for uid 1, the slot is taken over, and the weights are written afterwards.</summary>
    private static SmallSubnet CommittedBeforeReplacement(bool commitReveal)
    {
        SmallSubnet subnet = new(1_000_000, 0, 0);
        subnet.Parameters = subnet.Parameters with { CommitRevealEnabled = commitReveal };
        subnet.Epoch();
        subnet.Commit(0);
        subnet.Block++;
        subnet.Replace(1);
        subnet.Block++;
        subnet.SetWeights(0, (1, 65_535), (2, 65_535));
        return subnet;
    }
}
