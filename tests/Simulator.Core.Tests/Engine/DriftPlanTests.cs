using Simulator.Core.Agents.Miners;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Engine;

public sealed class DriftPlanTests
{
    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(10, 0.0)]
    [InlineData(15, 0.25)]
    [InlineData(30, 1.0)]
    [InlineData(1_000, 1.0)]
    public void The_share_of_the_later_world_grows_evenly(ulong epoch, double share) =>
        Assert.Equal(share, new DriftPlan { From = 10, Over = 20 }.ShareAt(epoch));

    [Fact]
    public void A_plan_that_no_run_can_have_is_refused() =>
        Assert.Equal(
            ["drift.from: -1 is outside 0 to 1000000", "drift.over: 0 is outside 1 to 1000000"],
            new DriftPlan { From = -1, Over = 0 }
                .Problems("drift")
                .Select(p => p.ToString())
        );

    [Fact]
    public void Who_knows_what_leaked_is_paid_for_it_and_its_model_is_not_better()
    {
        WorldPlan plan = Worlds.Small.WithMiners(
            1,
            _ => new MemoriserMiner(new Pupil(60), new()),
            "memoriser"
        );
        RunRecorder sealed_ = Worlds.Run(plan),
            leaked = Worlds.Run(plan with { Queries = plan.Queries with { Leaked = 1 } });
        Assert.True(sealed_.Last("incentive_share", "memoriser") < 0.1);
        Assert.Equal(
            leaked.Last("incentive_share", "best"),
            leaked.Last("incentive_share", "memoriser"),
            0.01
        );
        Assert.Equal(0.6, leaked.Last("model_quality", "memoriser"));
    }

    [Fact]
    public void What_is_asked_of_the_later_world_leaks_too()
    {
        WorldPlan plan = Worlds.Small with
        {
            Task = new DriftingTask(new Parity(), new Parity()),
            Drift = new() { From = 0, Over = 1 },
            Miners = [],
        };
        plan = plan.WithMiners(1, _ => new Pupil(80), "pupil")
            .WithMiners(1, _ => new MemoriserMiner(new Pupil(80), new()), "memoriser");
        Assert.Equal(0.8, Score(0), 0.02);
        Assert.Equal(0.9, Score(0.5), 0.05);
        Assert.Equal(1, Score(1));

        // The memoriser is the last of the last epoch.
        double Score(double leaked) =>
            Worlds
                .Run(plan with { Queries = plan.Queries with { Leaked = leaked } })
                .Neurons["score"]
                .Values<double>()[^1];
    }

    [Fact]
    public void A_share_that_leaks_is_a_share()
    {
        QueryPlan plan = new() { Leaked = 1.5 };
        Assert.Equal(
            ["queries.leaked: 1.5 is not a share in [0, 1]"],
            plan.Problems("queries").Select(p => p.ToString())
        );
    }
}
