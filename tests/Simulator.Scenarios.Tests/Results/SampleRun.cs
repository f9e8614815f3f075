using System.Text.Json.Nodes;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>A run of two epochs, small enough to be written down, with every kind of column and value.</summary>
internal static class SampleRun
{
    public static readonly RunTimes Times = new(
        new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 1, 31, 12, 0, 2, TimeSpan.Zero),
        1.5
    );

    public static RunResult Of(
        ulong seed = 7,
        int tempo = 360,
        RunStatus status = RunStatus.Complete,
        params Table[] more
    )
    {
        JsonObject plan = new()
        {
            ["subnet"] = new JsonObject { ["tempo"] = tempo, ["kappa"] = 0.5 },
        };
        return new RunResult
        {
            Scenario = "sample",
            Question = "Does it «work»?",
            Seed = seed,
            Plan = plan,
            PlanHash = PlanHash.Of(plan),
            Status = status,
            Epochs = 2,
            Digest = "d1",
            Tables = [Epochs(seed), .. more],
            Metrics =
            [
                new MetricValue("gini", "", 0.25, 0.1, "share"),
                new MetricValue("quality", "lazy", double.NaN, double.PositiveInfinity, ""),
            ],
            Expectations = [new ExpectationOutcome("gini at last ≤ 0.5", "0.25", Outcome.Met)],
        };
    }

    /// <summary>A table of one row an epoch; the seed is in it, so that two runs differ.</summary>
    public static Table Epochs(ulong seed)
    {
        Table table = new(
            "epochs",
            "One row per epoch.",
            new Column("epoch", ColumnType.Int64, "", "Number."),
            new Column("seed", ColumnType.UInt64, "", "Seed."),
            new Column("gini", ColumnType.Double, "share", "Gini."),
            new Column("even", ColumnType.Bool, "", "Whether even."),
            new Column("note", ColumnType.Text, "", "A note.")
        );
        for (int epoch = 1; epoch <= 2; epoch++)
        {
            table["epoch"].Add((long)epoch);
            table["seed"].Add(seed);
            table["gini"].Add(epoch == 1 ? double.NaN : 0.25);
            table["even"].Add(epoch % 2 == 0);
            table["note"].Add(epoch == 1 ? "" : "a, \"b\"");
        }
        return table;
    }

    /// <summary>A table of weights of the given epochs.</summary>
    public static Table Weights(params long[] epochs)
    {
        Table table = ResultTables.Weights();
        foreach (long epoch in epochs)
        {
            foreach (Column column in table.Columns)
            {
                column.Add(column.Name == "epoch" ? epoch : 0L);
            }
        }
        return table;
    }

    /// <summary>Asserts that two tables say the same, down to the bits of their numbers.</summary>
    public static void AssertSame(Table expected, Table found)
    {
        Assert.Equal(
            (expected.Name, expected.Meaning, expected.Rows),
            (found.Name, found.Meaning, found.Rows)
        );
        Assert.Equal(expected.Columns.Select(Head), found.Columns.Select(Head));
        Assert.Equal(expected.Columns.SelectMany(Texts), found.Columns.SelectMany(Texts));

        static (string, ColumnType, string, string) Head(Column c) => (c.Name, c.Type, c.Unit, c.Meaning);
    }

    private static string[] Texts(Column column) =>
        column.Type switch
        {
            ColumnType.Int64 => Texts(column.Values<long>()),
            ColumnType.UInt64 => Texts(column.Values<ulong>()),
            ColumnType.Int32 => Texts(column.Values<int>()),
            ColumnType.Double => [.. column.Values<double>().ToArray().Select(Bits)],
            ColumnType.Bool => Texts(column.Values<bool>()),
            _ => column.Values<string>().ToArray(),
        };

    private static string[] Texts<T>(ReadOnlySpan<T> values)
        where T : notnull => [.. values.ToArray().Select(v => v.ToString()!)];

    private static string Bits(double value) => BitConverter.DoubleToInt64Bits(value).ToString("x16");
}
