using Simulator.Core.Metrics;
using Simulator.Core.Studies.Retention;

namespace Simulator.Scenarios.Studies;

/// <summary>The tables of a retention map.</summary>
internal static class RetentionTables
{
    /// <summary>Name of the table of statistics: what tells such a result from that of a world.</summary>
    public const string Statistics = "retention";

    /// <summary>Name of the table of lines.</summary>
    public const string Lines = "retention_lines";

    private const string Cells = "retention_cells";

    /// <summary>All three, filled.</summary>
    public static Table[] Of(RetentionMap map)
    {
        RetentionPlan plan = map.Plan;
        Table statistics = EmptyStatistics(),
            lines = EmptyLines(),
            cells = EmptyCells();
        for (int stake = 0; stake < plan.HonestStakes.Length; stake++)
        {
            Add(statistics, map.Statistic(stake));
            for (int cabal = 0; cabal < plan.CabalUtilities.Length; cabal++)
            {
                lines["cabal_utility"].Add(plan.CabalUtilities[cabal]);
                Add(lines, map.LinePoint(stake, cabal));
            }
        }
        AddCells(cells, map);
        return [statistics, lines, cells];
    }

    /// <summary>All three, empty.</summary>
    public static Table[] Empty() => [EmptyStatistics(), EmptyLines(), EmptyCells()];

    private static void Add(Table table, RetentionStatistic statistic)
    {
        table["honest_stake"].Add(statistic.HonestStake);
        table["needed_utility"].Add(statistic.NeededUtility.Mean);
        table["low"].Add(statistic.NeededUtility.Low);
        table["high"].Add(statistic.NeededUtility.High);
        table["kept"].Add((long)statistic.Kept);
        table["draws"].Add((long)statistic.NeededUtility.Draws);
    }

    private static void AddCells(Table cells, RetentionMap map)
    {
        RetentionPlan plan = map.Plan;
        for (int draw = 0; draw < plan.Draws; draw++)
        {
            for (int stake = 0; stake < plan.HonestStakes.Length; stake++)
            {
                for (int honest = 0; honest < plan.HonestUtilities.Length; honest++)
                {
                    for (int cabal = 0; cabal < plan.CabalUtilities.Length; cabal++)
                    {
                        cells["draw"].Add((long)draw);
                        cells["honest_stake"].Add(plan.HonestStakes[stake]);
                        cells["honest_utility"].Add(plan.HonestUtilities[honest]);
                        cells["cabal_utility"].Add(plan.CabalUtilities[cabal]);
                        cells["honest_emission"].Add(map.HonestEmission(draw, stake, honest, cabal));
                    }
                }
            }
        }
    }

    private static Table EmptyStatistics() =>
        new(
            Statistics,
            "One row per share of stake: the utility that keeps it whatever the cabal does.",
            [Stake(), .. Needed()]
        );

    private static Table EmptyLines() =>
        new(
            Lines,
            "One row per point of a retention line: the utility that keeps a share of stake against one cabal.",
            [Stake(), Share("cabal_utility", "Share of weight that the cabal gives itself."), .. Needed()]
        );

    private static Table EmptyCells() =>
        new(
            Cells,
            "One row per cell and draw: one epoch of the chain.",
            new("draw", ColumnType.Int64, "", "Number of the draw, from 0."),
            Stake(),
            Share("honest_utility", "Share of weight that honest validators give to honest miners."),
            Share("cabal_utility", "Share of weight that the cabal gives itself."),
            Share("honest_emission", "Share of the emission that the honest side gets.")
        );

    private static Column Stake() => Share("honest_stake", "Share of stake that the honest side has.");

    private static Column[] Needed() =>
        [
            Share(
                "needed_utility",
                "Utility needed, mean over the draws; 1 counts for a draw in which none suffices."
            ),
            Share("low", "Lower end of its 95% interval; NaN for a single draw."),
            Share("high", "Upper end of its 95% interval; NaN for a single draw."),
            new("kept", ColumnType.Int64, "", "Draws in which some utility suffices."),
            new("draws", ColumnType.Int64, "", "Draws in all."),
        ];

    private static Column Share(string name, string meaning) =>
        new(name, ColumnType.Double, "share", meaning);
}
