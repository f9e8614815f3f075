using System.Globalization;
using Simulator.Core.Studies;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Output;

/// <summary>What a person reads of several seeds of one scenario: each metric's mean with its interval, and who missed what.</summary>
internal static class SeedSummary
{
    private const int SeedsShown = 8;

    /// <summary>Writes it.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="runs">The runs by ascending seed, at least one.</param>
    public static void WriteTo(TextWriter writer, IReadOnlyList<RunResult> runs)
    {
        int complete = runs.Count(run => run.Status == RunStatus.Complete);
        writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{runs[0].Scenario}, seeds {runs[0].Seed} to {runs[^1].Seed}: {complete} of {runs.Count} complete"
            )
        );
        writer.WriteLine(runs[0].Question);
        RunSummary.WriteCaution(writer, runs[0]);
        writer.WriteLine();
        AlignedTable table = new(1, 2, 3, 4);
        table.Add("at the last epoch", "mean", "low", "high", "seeds", "unit");
        foreach (SeedMetric metric in SeedMetric.Over(runs))
        {
            string name = metric.Of.Length == 0 ? metric.Metric : $"{metric.Metric} of {metric.Of}";
            MeanInterval last = metric.Last;
            table.Add(
                name,
                RunSummary.Number(last.Mean),
                RunSummary.Number(last.Low),
                RunSummary.Number(last.High),
                last.Draws.ToString(CultureInfo.InvariantCulture),
                metric.Unit
            );
        }
        table.WriteTo(writer);
        writer.WriteLine("low and high are the ends of the mean's 95 % interval over seeds");
        writer.WriteLine();
        WriteExpectations(writer, runs);
    }

    private static void WriteExpectations(TextWriter writer, IReadOnlyList<RunResult> runs)
    {
        for (int k = 0; k < runs[0].Expectations.Length; k++)
        {
            var found = runs.Select(run => (run.Seed, Expectation: run.Expectations[k])).ToArray();
            var missed = Array.FindAll(found, f => f.Expectation.Outcome == Outcome.Missed);
            int met = found.Count(f => f.Expectation.Outcome == Outcome.Met),
                compared = met + missed.Length;
            Outcome all =
                missed.Length > 0 ? Outcome.Missed
                : met > 0 ? Outcome.Met
                : Outcome.Skipped;
            string others = compared < runs.Count ? $", {runs.Count - compared} not compared" : "";
            writer.WriteLine(
                $"{RunSummary.Mark(all)} {found[0].Expectation.Text}: met by {met} of {compared} seeds"
                    + $"{Missing(missed)}{others}"
            );
        }
        if (!runs[0].Expectations.IsEmpty)
        {
            writer.WriteLine();
        }
    }

    private static string Missing((ulong Seed, ExpectationOutcome Expectation)[] missed)
    {
        if (missed.Length == 0)
        {
            return "";
        }
        IEnumerable<string> shown = missed
            .Take(SeedsShown)
            .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Seed} ({m.Expectation.Found})"));
        string rest = missed.Length > SeedsShown ? ", …" : "";
        return $", missed by {string.Join(", ", shown)}{rest}";
    }
}
