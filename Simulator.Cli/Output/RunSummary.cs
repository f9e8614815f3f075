using System.Globalization;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies;
using Simulator.Scenarios.Studies.Replays;

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
        WriteCaution(writer, result);
        if (HasSeveralMechanisms(result))
        {
            writer.WriteLine(
                "Incentive, dividends and trust are those of mechanism 0; neurons.parquet holds the others."
            );
        }
        writer.WriteLine();
        if (result.Tables.FirstOrDefault(t => t.Name == RetentionTables.Statistics) is { } retention)
        {
            WriteRetention(writer, retention);
        }
        else if (result.Tables.Any(t => t.Name == ReplayTables.Variants))
        {
            ReplaySummary.WriteTo(writer, result);
        }
        else
        {
            WriteSubnet(writer, result.Metrics.Where(m => m.Of.Length == 0));
            WriteGroups(writer, result.Metrics.Where(m => m.Of.Length > 0));
        }
        WriteExpectations(writer, result);
    }

    /// <summary>Says so when consensus came from a rule without reference, or answers from another's arithmetic,
    /// and when not everything was really asked.</summary>
    public static void WriteCaution(TextWriter writer, RunResult result)
    {
        if (result.IsApproximate)
        {
            writer.WriteLine($"Consensus is not the chain's: {result.Arithmetic}.");
        }
        if (!result.HasFullFidelity)
        {
            writer.WriteLine(result.FidelityCaution);
        }
        if (result.HasOnnxAnswers)
        {
            writer.WriteLine(
                "Answers of ONNX models are those of this kind of processor: another may round otherwise."
            );
        }
    }

    /// <summary>A row is a share of stake, with the utility that keeps it.</summary>
    private static void WriteRetention(TextWriter writer, Table retention)
    {
        AlignedTable table = new(1, 2, 3, 4);
        table.Add("honest stake", "needed utility", "low", "high", "draws");
        for (int row = 0; row < retention.Rows; row++)
        {
            table.Add(
                Number(retention["honest_stake"].Values<double>()[row]),
                Number(retention["needed_utility"].Values<double>()[row]),
                Number(retention["low"].Values<double>()[row]),
                Number(retention["high"].Values<double>()[row]),
                retention["draws"].Values<long>()[row].ToString(CultureInfo.InvariantCulture)
            );
        }
        table.WriteTo(writer);
        writer.WriteLine();
    }

    private static void WriteSubnet(TextWriter writer, IEnumerable<MetricValue> metrics)
    {
        AlignedTable table = new(1, 2);
        table.Add("the subnet", "last", "mean", "unit");
        foreach (MetricValue metric in metrics.Where(metric => !IsMoney(metric) || HasValue(metric)))
        {
            table.Add(metric.Metric, Number(metric.Last), Number(metric.Mean), metric.Unit);
        }
        table.WriteTo(writer);
        writer.WriteLine();
    }

    /// <summary>A table for each role, and one for its money: a row is a group, a column is a metric that groups of the
    /// role have.</summary>
    private static void WriteGroups(TextWriter writer, IEnumerable<MetricValue> metrics)
    {
        var groups = metrics.GroupBy(m => m.Of).Select(g => (Name: g.Key, Values: g.ToArray()));
        foreach (var role in groups.GroupBy(g => string.Join(' ', g.Values.Select(v => v.Metric))))
        {
            WriteGroups(writer, [.. role.Select(g => (g.Name, Array.FindAll(g.Values, v => !IsMoney(v))))]);
            if (role.Any(g => g.Values.Any(v => IsMoney(v) && HasValue(v))))
            {
                WriteGroups(writer, [.. role.Select(g => (g.Name, Array.FindAll(g.Values, IsMoney)))]);
            }
        }
    }

    private static void WriteGroups(TextWriter writer, (string Name, MetricValue[] Values)[] groups)
    {
        string[] names = [.. groups[0].Values.Select(value => value.Metric)];
        AlignedTable table = new([.. Enumerable.Range(1, names.Length)]);
        table.Add(["at the last epoch", .. names]);
        foreach ((string name, MetricValue[] values) in groups)
        {
            table.Add([name, .. values.Select(v => Number(v.Last))]);
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

    private static bool IsMoney(MetricValue metric) => metric.Unit == "USD";

    private static bool HasValue(MetricValue metric) =>
        !double.IsNaN(metric.Last) || !double.IsNaN(metric.Mean);

    private static bool HasSeveralMechanisms(RunResult result) =>
        result.Tables.FirstOrDefault(t => t.Name == "epochs") is { } epochs
        && epochs["mechid"].Values<long>().ContainsAnyExcept(0L);

    private static string Word(RunStatus status) => status == RunStatus.Complete ? "complete" : "partial";

    /// <summary>The sign that stands before an expectation.</summary>
    public static string Mark(Outcome outcome) =>
        outcome switch
        {
            Outcome.Met => "✓",
            Outcome.Missed => "✗",
            _ => "–",
        };

    /// <summary>A number as summaries show it.</summary>
    public static string Number(double value) =>
        double.IsNaN(value) ? NoValue : value.ToString("G5", CultureInfo.InvariantCulture);
}
