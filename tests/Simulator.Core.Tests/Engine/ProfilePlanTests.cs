using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tests.Tasks.Profiles;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

/// <summary>Worlds whose models are learning curves.</summary>
public sealed class ProfilePlanTests
{
    private static readonly WorldPlan Plan = new WorldPlan
    {
        Task = Profiled.Digits,
        Fidelity = new() { Profile = "curves.yaml" },
        Epochs = 5,
        Subnet = new() { MaxAllowedUids = 64 },
        Queries = new() { Questions = 32, Pool = 100 },
    }
        .WithValidators(3, _ => new HonestValidator(Profiled.Digits), Alpha.Of(1_000), "validators")
        .WithMiners(4, rng => Miner(rng.NextUInt64()), "curves");

    [Fact]
    public void A_relay_of_a_learning_curve_is_caught_and_those_who_learn_alike_are_not()
    {
        WorldPlan plan = Plan.WithMiners(1, _ => new CopycatMiner(new()), "copycat") with
        {
            Validators =
            [
                .. Plan.Validators.Select(group => group with { Scoring = new() { SpotChecks = 1 } }),
            ],
        };
        RunRecorder run = Worlds.Run(plan);

        Assert.Equal(["copycat"], Caught(run));
        Assert.True(run.Last("incentive_share", "copycat") < 0.05);
        Assert.True(Worlds.Run(Plan with { Miners = plan.Miners }).Last("incentive_share", "copycat") > 0.1);
    }

    [Fact]
    public void It_says_so_and_shows_no_answers()
    {
        Simulation run = new(Plan, 1);
        run.Run(TestContext.Current.CancellationToken);

        Assert.Equal("profile: learning curves of curves.yaml, no model was trained", Plan.Fidelity.Title);
        Assert.False(Plan.Fidelity.IsFull);
        Assert.Empty(run.Examples());
        Assert.Equal(4, run.Models.Count());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_run() =>
        Assert.Equal(Worlds.Run(Plan).Digest, Worlds.Run(Plan, threads: 4).Digest);

    [Fact]
    public void Learning_curves_answer_only_where_the_plan_says_so()
    {
        Assert.Equal(
            [
                new(
                    "fidelity.profile",
                    "missing, but learning curves answer the task; write where they come from"
                ),
            ],
            (Plan with { Fidelity = FidelityPlan.Full }).Problems()
        );
        Assert.Equal(
            [
                new(
                    "fidelity.profile",
                    "names learning curves, but the task is no ProfiledTask, which they would answer"
                ),
            ],
            (Plan with { Task = Profiled.Digits.Real }).Problems()
        );
    }

    [Fact]
    public void A_sample_of_rounds_or_a_world_that_moves_cannot_stand_beside_them()
    {
        WorldPlan plan = Plan with
        {
            Fidelity = new() { Profile = "c", Sampled = 5 },
            Drift = new(),
        };
        Assert.Equal(
            [
                new("fidelity.sampled", "stands beside 'profile'; a run has one of them"),
                new(
                    "drift",
                    "learning curves know one world only; a world that moves needs models that are trained"
                ),
            ],
            plan.Problems()
        );
    }

    private static HonestMiner Miner(ulong key) =>
        new(Profiled.Model(key), new Hardware { Compute = 1_000_000, Latency = 100 + (long)(key % 400) });

    private static IEnumerable<string> Caught(RunRecorder run)
    {
        Table neurons = run.Neurons,
            events = run.Events;
        Dictionary<long, string> groups = [];
        for (int row = 0; row < neurons.Rows; row++)
        {
            groups[neurons["uid"].Values<long>()[row]] = neurons["group"].Values<string>()[row];
        }
        HashSet<string> caught = [];
        for (int row = 0; row < events.Rows; row++)
        {
            if (events["kind"].Values<string>()[row] == "RelayCaught")
            {
                caught.Add(groups[events["uid"].Values<long>()[row]]);
            }
        }
        return caught.Order(StringComparer.Ordinal);
    }
}
