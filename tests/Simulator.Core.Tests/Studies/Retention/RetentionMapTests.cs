using Simulator.Core.Studies.Retention;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Studies.Retention;

/// <summary>The retention map and what is read off it.</summary>
public sealed class RetentionMapTests
{
    private static readonly RetentionPlan Small = new()
    {
        HonestStakes = [0.55, 0.7],
        HonestUtilities = RetentionPlan.Steps(10),
        CabalUtilities = RetentionPlan.Steps(4),
        Nodes = 60,
        Validators = 12,
        Draws = 3,
    };

    private static readonly Lazy<RetentionMap> Map = new(() => MapOf(Small, 7));

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        RetentionMap found = MapOf(Small, 7, threads: 3);
        Assert.Equal(Cells(Map.Value), Cells(found));
        Assert.Equal(Map.Value.Digest(), found.Digest());
    }

    [Fact]
    public void Another_seed_gives_another_map() => Assert.NotEqual(Cells(Map.Value), Cells(MapOf(Small, 8)));

    [Fact]
    public void A_draw_does_not_depend_on_how_many_there_are()
    {
        RetentionMap found = MapOf(Small with { Draws = 1 }, 7);
        Assert.Equal(Cells(Map.Value)[..Cells(found).Length], Cells(found));
    }

    [Fact]
    public void The_search_finds_what_the_whole_map_says() =>
        Assert.Equal([Map.Value.Statistic(0), Map.Value.Statistic(1)], Found(Small, threads: 2));

    [Fact]
    public void The_statistic_is_the_worst_point_of_the_line()
    {
        double[] worst =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(draw => Enumerable.Range(0, 5).Max(cabal => Map.Value.NeededUtility(draw, 1, cabal))),
        ];
        Assert.Equal(worst.Average(), Map.Value.Statistic(1).NeededUtility.Mean, 12);
        Assert.Equal((0.7, 3), (Map.Value.Statistic(1).HonestStake, Map.Value.Statistic(1).Kept));
    }

    [Fact]
    public void A_point_of_the_line_lies_where_the_emission_reaches_the_stake()
    {
        double needed = Map.Value.NeededUtility(0, 1, 4);
        int above = (int)Math.Ceiling(needed * 10);
        Assert.True(Map.Value.HonestEmission(0, 1, above, 4) >= 0.7);
        Assert.True(Map.Value.HonestEmission(0, 1, above - 1, 4) < 0.7);
    }

    [Fact]
    public void What_no_utility_keeps_counts_as_the_whole()
    {
        // The honest side has no majority of three quarters, and gives away a tenth at least.
        RetentionPlan plan = Small with
        {
            Kappa = PerU16.OfShare(0.75m),
            HonestStakes = [0.6],
            HonestUtilities = [0.5, 0.9],
            CabalUtilities = [0.5, 1],
        };
        RetentionStatistic found = MapOf(plan, 7).Statistic(0);
        Assert.Equal((1.0, 0), (found.NeededUtility.Mean, found.Kept));
        Assert.Equal([found], Found(plan));
    }

    [Fact]
    public void Progress_counts_every_cell()
    {
        Counter counter = new();
        RetentionMap.Of(Small, 7, 1, counter, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(Small.Cells, counter.Last);
    }

    [Fact]
    public void A_map_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() =>
            RetentionMap.Of(Small, 7, cancel: new CancellationToken(canceled: true))
        );

    [Fact]
    public void All_mistakes_of_a_plan_are_listed()
    {
        RetentionPlan plan = new()
        {
            HonestStakes = [0.5, 1],
            HonestUtilities = [0.2, 0.1],
            CabalUtilities = [double.NaN, 1.5],
            Validators = 511,
            WeightDeviation = -1,
            ValidatorShare = 2,
            Draws = 0,
        };
        PlanException found = Assert.Throws<PlanException>(() => Found(plan));
        Assert.Equal(
            """
            retention.honest_stakes[1]: 1 is not in (0, 1)
            retention.honest_utilities[1]: 0.1 is not above the point before it
            retention.cabal_utilities[0]: NaN is not in [0, 1]
            retention.cabal_utilities[1]: 1.5 is not in [0, 1]
            retention.validators: 511 is not in [2, 510]
            retention.sigma: -1 is not in [0, 10]
            retention.xi: 2 is not in [0, 1]
            retention.draws: 0 is not in [1, 10000]
            """,
            found.Message
        );
        Assert.Equal(
            ["retention: asks for 286110000 epochs, and may ask for 10000000"],
            new RetentionPlan { Draws = 10_000 }
                .Problems()
                .Select(p => p.ToString())
        );
        Assert.Equal(
            [
                "retention.honest_stakes: is empty; give at least one share of stake",
                "retention.honest_utilities: needs at least two points",
            ],
            new RetentionPlan { HonestStakes = [], HonestUtilities = [1] }
                .Problems()
                .Select(p => p.ToString())
        );
    }

    private static RetentionMap MapOf(RetentionPlan plan, ulong seed, int threads = 1) =>
        RetentionMap.Of(plan, seed, threads, cancel: TestContext.Current.CancellationToken);

    private static IReadOnlyList<RetentionStatistic> Found(RetentionPlan plan, int threads = 1) =>
        RetentionSearch.Of(plan, 7, threads, TestContext.Current.CancellationToken);

    private static double[] Cells(RetentionMap map) =>
        [
            .. from draw in Enumerable.Range(0, map.Plan.Draws)
            from stake in Enumerable.Range(0, map.Plan.HonestStakes.Length)
            from honest in Enumerable.Range(0, map.Plan.HonestUtilities.Length)
            from cabal in Enumerable.Range(0, map.Plan.CabalUtilities.Length)
            select map.HonestEmission(draw, stake, honest, cabal),
        ];

    private sealed class Counter : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value) => Last = value;
    }
}
