using System.Globalization;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Output;

/// <summary>What a person reads of a run when it is done.</summary>
internal static class RunSummary
{
    private const string NoValue = "–";

    public static void WriteTo(TextWriter writer, RunResult result)
    {
        string epochs = result.Epochs == 1 ? "epoch" : "epochs";
        writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Scenario}, seed {result.Seed}: {Word(result.Status)}, {result.Epochs} {epochs}"
            )
        );
        writer.WriteLine(result.Question);
        writer.WriteLine();
        WriteMetrics(writer, result);
        WriteExpectations(writer, result);
    }

    private static void WriteMetrics(TextWriter writer, RunResult result)
    {
        if (result.Metrics.IsEmpty)
        {
            return;
        }
        AlignedTable table = new(2, 3);
        table.Add("group", "metric", "last", "mean", "unit");
        foreach (IGrouping<string, MetricValue> group in result.Metrics.GroupBy(m => m.Of))
        {
            string heading = group.Key.Length == 0 ? "(subnet)" : group.Key;
            foreach (MetricValue metric in group)
            {
                table.Add(heading, metric.Metric, Number(metric.Last), Number(metric.Mean), metric.Unit);
                heading = "";
            }
        }
        table.WriteTo(writer);
        writer.WriteLine();
    }

    private static void WriteExpectations(TextWriter writer, RunResult result)
    {
        foreach (ExpectationOutcome expectation in result.Expectations)
        {
            writer.WriteLine($"{Mark(expectation.Outcome)} {expectation.Text}: {expectation.Found}");
        }
        if (!result.Expectations.IsEmpty)
        {
            writer.WriteLine();
        }
    }

    private static string Word(RunStatus status) => status == RunStatus.Complete ? "complete" : "partial";

    private static string Mark(Outcome outcome) =>
        outcome switch
        {
            Outcome.Met => "✓",
            Outcome.Missed => "✗",
            _ => "–",
        };

    private static string Number(double value) =>
        double.IsNaN(value) ? NoValue : value.ToString("G5", CultureInfo.InvariantCulture);
}
