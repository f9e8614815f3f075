using Simulator.Core.Chain;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain;

public sealed class HyperparametersTests
{
    public static TheoryData<Hyperparameters, string> Mistaken =>
        new()
        {
            {
                new() { MaxAllowedUids = 300 },
                "subnet.max_allowed_uids: 300 is outside 1 to 256"
            },
            {
                new() { MaxAllowedUids = 48 },
                "subnet.max_allowed_uids: 48 is below min_allowed_uids, which is 64"
            },
            {
                new() { Tempo = new(70_000) },
                "subnet.tempo: 70000 blocks is outside 0 blocks to 65535 blocks"
            },
            {
                new() { RevealPeriodEpochs = 0 },
                "subnet.reveal_period_epochs: 0 is outside 1 to 100"
            },
            {
                new() { MinBurn = Tao.Of(2) },
                "subnet.min_burn: 2 TAO is outside 0 TAO to 0.999999999 TAO"
            },
            {
                new() { MinBurn = Tao.Of(0.5m), MaxBurn = Tao.Of(0.2m) },
                "subnet.min_burn: 0.5 TAO is not below max_burn, which is 0.2 TAO"
            },
            {
                new() { LiquidAlphaEnabled = true, AlphaLow = new(60_000) },
                "subnet.alpha_low: 60000 (0.91554) is above alpha_high, which is 58982 (0.90001)"
            },
            {
                new() { BurnIncreaseMult = U64F64.FromDouble(3.5) },
                "subnet.burn_increase_mult: 3.5 is outside 1 to 3"
            },
            {
                new() { MechanismCount = 2 },
                "subnet.mechanism_count: 2 mechanisms of 256 slots are more than 256 slots"
            },
            {
                new()
                {
                    MaxAllowedUids = 128,
                    MechanismCount = 2,
                    MechanismEmissionSplit = [30_000, 30_000],
                },
                "subnet.mechanism_emission_split: the shares sum to 60000, not to 65535"
            },
            {
                // 0.7 and 0.3 of 65,535, rounded down.
                new()
                {
                    MaxAllowedUids = 128,
                    MechanismCount = 2,
                    MechanismEmissionSplit = [45_874, 19_660],
                },
                "subnet.mechanism_emission_split: the shares sum to 65534, not to 65535; "
                    + "each is rounded down to a whole number, so write the first as u16:45875"
            },
            {
                new() { MechanismEmissionSplit = [30_000, 35_535] },
                "subnet.mechanism_emission_split: there are 2 shares, but mechanism_count is 1"
            },
            {
                new() { MaxWeightLimit = new(30_000) },
                "subnet.max_weight_limit: 30000 (0.45777) is not 65535 (1), a constant of the chain"
            },
        };

    [Fact]
    public void A_new_subnet_and_an_old_one_break_no_rule()
    {
        Assert.Empty(new Hyperparameters().Problems("subnet"));
        Assert.Empty(Hyperparameters.Storage.Problems("subnet"));
        Assert.Empty(new GlobalParameters().Problems("network"));
    }

    [Theory]
    [MemberData(nameof(Mistaken))]
    public void What_even_root_could_not_set_is_a_problem(Hyperparameters mistaken, string message) =>
        Assert.Equal(message, Assert.Single(mistaken.Problems("subnet")).ToString());

    [Fact]
    public void What_only_root_may_set_is_noted_and_no_problem()
    {
        Hyperparameters quick = new() { Tempo = new(20), BondsMovingAverage = 990_000 };

        Assert.Empty(quick.Problems("subnet"));
        Assert.Equal(
            [
                "subnet.tempo: 20 blocks is outside 360 blocks to 50400 blocks, what a subnet's owner may set; only root can",
                "subnet.bonds_moving_average: 990000 (0.99) is outside 0 (0) to 975000 (0.975), what a subnet's owner may set; only root can",
            ],
            quick.OwnerNotes("subnet").Select(note => note.ToString())
        );
    }

    [Fact]
    public void A_global_parameter_out_of_bounds_is_a_problem() =>
        Assert.Equal(
            "network.default_delegate_take: 20000 (0.30518) is outside 0 (0) to 11796 (0.18)",
            Assert
                .Single(new GlobalParameters { DefaultDelegateTake = new(20_000) }.Problems("network"))
                .ToString()
        );

    [Fact]
    public void An_exception_lists_every_problem_of_a_plan()
    {
        PlanException exception = new(
            new Hyperparameters { MaxAllowedUids = 300, RevealPeriodEpochs = 0 }.Problems("subnet")
        );

        Assert.Equal(
            "subnet.max_allowed_uids: 300 is outside 1 to 256\nsubnet.reveal_period_epochs: 0 is outside 1 to 100",
            exception.Message.Replace("\r", "", StringComparison.Ordinal)
        );
        Assert.Equal(2, exception.Problems.Length);
    }
}
