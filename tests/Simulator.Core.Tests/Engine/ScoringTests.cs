using Simulator.Core.Agents.Miners;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;

namespace Simulator.Core.Tests.Engine;

public sealed class ScoringTests
{
    [Fact]
    public void A_relay_is_caught_and_paid_nothing()
    {
        WorldPlan plan = Worlds.Small with
        {
            Miners =
            [
                new MinerGroup("pupil", 1, _ => new Pupil(80)),
                new MinerGroup("copycat", 1, _ => new CopycatMiner(new())),
            ],
        };
        Assert.True(Worlds.Run(plan).Last("incentive_share", "copycat") > 0.4);
        RunRecorder run = Worlds.Run(With(plan, new() { SpotChecks = 1 }));
        Assert.True(run.Count("RelayCaught") > 0);
        Assert.True(run.Last("incentive_share", "copycat") < 0.1);
        Assert.Equal(0, Worlds.Run(plan).Count("RelayCaught"));
    }

    [Fact]
    public void A_budget_bounds_the_questions_of_a_tempo()
    {
        RunRecorder run = Worlds.Run(With(Worlds.Small, new() { Budget = 100 }));
        // The first round asks three miners 32 questions each; of the four that are left each gets one, and one is for nobody.
        long[] asked = run.Neurons["asked"].Values<long>()[..3].ToArray();
        Assert.Equal([99L, 99, 99], asked);
    }

    private static WorldPlan With(WorldPlan plan, ScoringPlan scoring) =>
        plan with
        {
            Validators = [.. plan.Validators.Select(g => g with { Scoring = scoring })],
        };
}
