using Simulator.Core.Agents;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tests.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Agents;

public sealed class ValidatorTests
{
    [Fact]
    public void An_honest_validator_weighs_the_sharpened_skill_of_a_moving_average()
    {
        HonestValidator validator = new(Worlds.Task, memory: 0.75, WeightMap.Power(2));
        validator.Observe(new(new(3), 1, 0));
        validator.Observe(new(new(1), 0.5, 0));
        validator.Observe(new(new(3), 0.6, 0));
        Vote vote = validator.Vote(null!, default)!;
        // First rounds count alike: ((1 + 0.6) / 2 − 0.5) / 0.5 = 0.6, squared; a score at the baseline is worth nothing.
        Assert.Equal([new Uid(1), new Uid(3)], vote.Uids);
        Assert.Equal(0, vote.Weights[0]);
        Assert.Equal(0.36, vote.Weights[1], 1e-12);
    }

    [Fact]
    public void After_enough_rounds_the_average_forgets_at_its_own_rate()
    {
        HonestValidator validator = new(Worlds.Task, memory: 0.75, WeightMap.Linear);
        foreach (double score in new[] { 0.5, 0.7, 0.9, 0.7, 1 })
        {
            validator.Observe(new(new(3), score, 0));
        }
        // Four rounds are what a memory of 0.75 holds: their mean is 0.7, and the fifth counts a quarter.
        Assert.Equal((0.75 * 0.7 + 0.25 - 0.5) / 0.5, validator.Vote(null!, default)!.Weights[0], 1e-12);
    }

    [Fact]
    public void What_was_learned_of_a_slot_is_void_once_it_changes_hands()
    {
        HonestValidator validator = new(Worlds.Task);
        validator.Observe(new(new(3), 1, 0));
        validator.Forget(new(3));
        Assert.Null(validator.Vote(null!, default));
    }

    [Theory]
    [InlineData(1, 3, "A memory lies in [0, 1).")]
    [InlineData(0.5, 0, "A sharpness lies in [1, 16].")]
    public void Settings_out_of_range_are_refused(double memory, int sharpness, string message)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new HonestValidator(Worlds.Task, memory, WeightMap.Power(sharpness))
        );
        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_task_that_leaves_no_room_for_skill_is_refused(double baseline)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => new HonestValidator(new Parity(baseline)));
        Assert.StartsWith("The baseline of a task lies in [0, 1).", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vote_is_sent_as_clients_do()
    {
        Vote vote = new([new(5), new(2), new(9)], [0.5, 1, 0.000001]);
        Assert.Equal([(ushort)5, (ushort)2], vote.ToWeightVector().Uids);
        Assert.Equal([(ushort)32_768, (ushort)65_535], vote.ToWeightVector().Values);
    }

    [Fact]
    public void A_vote_that_is_no_vote_is_an_error()
    {
        Assert.Equal(
            "2 slots but 1 weights.",
            Assert
                .Throws<InvalidOperationException>(() => new Vote([new(1), new(2)], [1]).ToWeightVector())
                .Message
        );
        Assert.Equal(
            "The weight of uid 1 is NaN.",
            Assert
                .Throws<InvalidOperationException>(() => new Vote([new(1)], [double.NaN]).ToWeightVector())
                .Message
        );
    }

    [Fact]
    public void A_copier_follows_the_consensus_of_what_it_sees()
    {
        WorldPlan plan = Worlds.Small with
        {
            Epochs = 12,
            Subnet = new() { MaxAllowedUids = 64, CommitRevealWeightsEnabled = false },
        };
        RunRecorder run = Worlds.Run(
            plan.WithValidators(1, _ => new WeightCopier(), Alpha.Of(1_000), "copier")
        );
        Assert.True(run.Last("vtrust", "copier") > 0.95);
        Assert.True(
            run.Last("dividend_per_stake", "copier") > 0.9 * run.Last("dividend_per_stake", "honest")
        );
    }

    [Fact]
    public void A_cabal_gives_its_own_miner_the_full_weight()
    {
        WorldPlan plan = Worlds
            .Small.WithMiners(new MinerGroup("own", 1, _ => new Pupil(0)) { Owner = "cabal" })
            .WithValidators(
                new ValidatorGroup("cabal", 1, _ => new CabalValidator(Worlds.Task))
                {
                    Owner = "cabal",
                    Stake = Alpha.Of(10_000),
                }
            );
        RunRecorder run = Worlds.Run(plan);
        Assert.True(run.Last("incentive_share", "own") > 0.3);
        RunRecorder weak = Worlds.Run(
            plan with
            {
                Validators = [.. plan.Validators.Select(g => g with { Stake = Alpha.Of(1_000) })],
            }
        );
        Assert.Equal(0, weak.Last("incentive_share", "own"));
    }

    [Fact]
    public void An_absentee_neither_asks_nor_votes_and_earns_nothing()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithValidators(1, _ => new AbsenteeValidator(), Alpha.Of(1_000), "absent")
        );
        Assert.Equal(0, run.Last("dividend_share", "absent"));
        Assert.Equal(3 * 5, run.Count("Committed"));
    }
}
