using Simulator.Core.Engine;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Scenarios.Sections;

/// <summary>Turns a scenario's sections into the description of a world.</summary>
internal static class WorldBuilder
{
    /// <summary>The world of a scenario; whether it can be run, its own rules say.</summary>
    public static WorldPlan Of(ScenarioSection scenario)
    {
        ITask task = scenario.Task.Task;
        if (scenario.Curves is not null)
        {
            task = new ProfiledTask(task);
        }
        Workplace workplace = new(scenario, task);
        if (scenario.Curves is null && scenario.Drift is { } drift && drift.To != scenario.Task)
        {
            task = new DriftingTask(task, drift.To.Task);
        }
        CommitSection commit = CommitOf(scenario);
        return new()
        {
            Network = scenario.Network,
            Subnet = scenario.Subnet with { CommitRevealWeightsEnabled = commit.Mode != Hiding.Off },
            ApproximateRule = scenario.ApproximateRule?.Rule,
            Task = task,
            Drift = scenario.Drift?.ToPlan(),
            Queries = scenario.Queries.ToPlan(),
            Fidelity = scenario.Fidelity ?? FidelityPlan.Full,
            Commit = commit.ToPlan(),
            Prices = scenario.Prices.ToPlan(),
            Validators = [.. scenario.Validators.Select(group => ValidatorsOf(group, task))],
            Miners = [.. scenario.Miners.Select(group => MinersOf(group, workplace))],
            Arrivals = scenario.Arrivals is { } arrivals ? ArrivalsOf(arrivals, workplace) : null,
            Epochs = scenario.Epochs,
        };
    }

    /// <summary>How weights are hidden: as the scenario says, else as the subnet's own parameter does.</summary>
    public static CommitSection CommitOf(ScenarioSection scenario) =>
        scenario.CommitReveal
        ?? new() { Mode = scenario.Subnet.CommitRevealWeightsEnabled ? Hiding.Timelock : Hiding.Off };

    private static ValidatorGroup ValidatorsOf(ValidatorSection group, ITask task) =>
        new(group.Name, group.Count, _ => group.Strategy.Make(task, group))
        {
            Owner = group.Owner,
            Stake = group.Stake,
            RootStake = group.RootStake,
            Balance = group.Balance,
            Sell = group.Sell,
            Scoring = group.ToPlan(),
        };

    private static MinerGroup MinersOf(MinerSection group, Workplace workplace) =>
        new(group.Name, group.Count, rng => group.Strategy.Make(new(group, workplace, rng)))
        {
            Owner = group.Owner,
            Stake = group.Stake,
            Balance = group.Balance,
            Sell = group.Sell,
        };

    private static ArrivalPlan ArrivalsOf(ArrivalSection arrivals, Workplace workplace) =>
        new()
        {
            PerDay = arrivals.PerDay,
            ReservationPrice = arrivals.ReservationPrice,
            Reenter = arrivals.Reenter,
            RetryAfter = arrivals.RetryAfter,
            Groups = [.. arrivals.Miners.Select(group => MinersOf(group, workplace))],
        };
}
