using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;

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
        // The first round asks three miners 32 questions each; of the four that are left each gets one, and one gets the last.
        long[] asked = run.Neurons["asked"].Values<long>()[..3].ToArray();
        Assert.Equal([100L, 100, 100], asked);
    }

    [Fact]
    public void A_budget_below_the_number_of_miners_asks_some_of_them()
    {
        RunRecorder run = Worlds.Run(With(Worlds.Small with { Epochs = 20 }, new() { Budget = 1 }));
        Table neurons = run.Neurons;
        long[] asked = neurons["asked"].Values<long>().ToArray();
        string[] groups = neurons["group"].Values<string>().ToArray();
        Assert.All(asked.Where((_, row) => groups[row] == "validators"), one => Assert.Equal(1, one));
        // Of 60 questions each of three miners gets some 20: within four standard deviations.
        foreach (string group in (string[])["best", "good", "poor"])
        {
            Assert.InRange(asked.Where((_, row) => groups[row] == group).Sum(), 5, 35);
        }
    }

    [Theory]
    // A pool of 50 is of the 100 held out before the world moves, half of each in the middle, and of the 1,000 at the end.
    [InlineData(100, 1.0 / 100)]
    [InlineData(8, 0.25 / 100 + 0.25 / 1_000)]
    [InlineData(1, 1.0 / 1_000)]
    public void A_pool_tells_as_much_as_it_is_of_what_each_world_holds_out(int over, double known)
    {
        WorldPlan plan = Worlds.Small with
        {
            Task = new DriftingTask(new Parity(0, 100), new Parity(0, 1_000)),
            Drift = new() { From = over == 100 ? 100 : 0, Over = over },
            Queries = new() { Questions = 32, Pool = 50 },
            Miners = [new("pupil", 1, _ => new Pupil(over == 100 ? 80 : 600))],
        };
        RunRecorder run = Worlds.Run(plan);
        // Three validators ask 32 questions six times in a tempo; a score is 0 or 1.
        const double asked = 3 * 6 * 32;
        double mean = run.Neurons["score"].Values<double>()[^1],
            variance = mean * (1 - mean) * asked / (asked - 1);
        Assert.InRange(mean, 0.3, 0.95);
        Assert.Equal(
            Math.Sqrt(variance * (1 / asked + 1.0 / 50 - known)),
            run.Neurons["score_error"].Values<double>()[^1],
            1e-9
        );
    }

    [Fact]
    public void Rounds_of_tables_are_no_means_over_questions_in_a_world_that_moves_either() =>
        Assert.False(new DriftingTask(TableTask.Seattle, TableTask.NewYork).IsMeanOverQuestions);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Groups_in_another_order_are_paid_the_same(double spotChecks)
    {
        string[][] orders =
        [
            ["good", "poor", "near", "far"],
            ["good", "far", "near", "poor"],
            ["near", "far", "good", "poor"],
            ["far", "near", "good", "poor"],
        ];
        double[][] paid = [.. orders.Select(order => Paid(order, spotChecks))];
        // Answers of one's own are in time; of the relayed ones behind them only those that have the shorter way.
        Assert.All(paid[0][..2], share => Assert.True(share > 0));
        Assert.Equal(spotChecks == 0, paid[0][2] > 0);
        Assert.Equal(0, paid[0][3]);
        Assert.All(paid, shares => Assert.Equal(paid[0], shares));
    }

    [Fact]
    public void A_source_that_loses_answers_is_not_taken_for_a_relay_of_its_copy()
    {
        WorldPlan plan = Worlds.Small with
        {
            Miners =
            [
                new(
                    "source",
                    1,
                    rng => new HonestMiner(new Pupil(60), new() { AnswerLoss = 0.05 }, rng.Split())
                ),
                new("copycat", 1, _ => new CopycatMiner(new())),
            ],
        };
        RunRecorder run = Worlds.Run(With(plan, new() { SpotChecks = 1 }));
        Assert.True(run.Last("late_answers") > 0);
        Assert.True(run.Count("RelayCaught") > 80); // of 90 rounds of the copycat
        Assert.Equal(1, run.Last("incentive_share", "source"));
    }

    /// <summary>Shares of all incentive that good and poor models, near and far relays get, whose groups are in an order.</summary>
    private static double[] Paid(string[] order, double spotChecks)
    {
        // 32 questions take a machine 1.28 s: the second relay comes in after 3.84 s and its own way.
        Hardware slow = new() { AnswerSpeed = 1_000, Latency = 100 };
        MinerGroup[] groups =
        [
            new("good", 1, _ => new HonestMiner(new Pupil(80) { AnswerOperations = 40 }, slow)),
            new("poor", 1, _ => new HonestMiner(new Pupil(60) { AnswerOperations = 40 }, slow)),
            new("near", 1, _ => new CopycatMiner(new() { Latency = 100 })),
            new("far", 1, _ => new CopycatMiner(new() { Latency = 1_000 })),
        ];
        WorldPlan plan = Worlds.Small with
        {
            Miners = [.. order.Select(name => groups.Single(group => group.Name == name))],
        };
        RunRecorder run = Worlds.Run(With(plan, new() { SpotChecks = spotChecks }));
        return [.. groups.Select(group => run.Last("incentive_share", group.Name))];
    }

    private static WorldPlan With(WorldPlan plan, ScoringPlan scoring) =>
        plan with
        {
            Validators = [.. plan.Validators.Select(g => g with { Scoring = scoring })],
        };
}
