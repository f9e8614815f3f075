using System.Globalization;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Cli.Output;

/// <summary>What a person reads of a replay when it is done: dividends over all epochs, variants side by side.</summary>
internal static class ReplaySummary
{
    private const int MostValidators = 16;

    /// <summary>A row is a validator, a column a variant; what must be said of a variant's numbers stands below.</summary>
    public static void WriteTo(TextWriter writer, RunResult result)
    {
        Table variants = result[ReplayTables.Variants],
            totals = result[ReplayTables.Totals];
        string[] labels = [.. variants["variant"].Values<string>()];
        int validators = labels.Length == 0 ? 0 : totals.Rows / labels.Length;
        writer.WriteLine("Dividends for 1000 TAO over all epochs, and percent above the base validator's");
        AlignedTable table = new([.. Enumerable.Range(1, labels.Length)]);
        table.Add(["validator", .. labels.Select(Show.Bare)]);
        for (int v = 0; v < Math.Min(validators, MostValidators); v++)
        {
            table.Add([
                // A terminal obeys characters that a name has no use for.
                Show.Bare(totals["validator"].Values<string>()[v]),
                .. labels.Select((_, variant) => Total(totals, variant * validators + v)),
            ]);
        }
        table.WriteTo(writer);
        if (validators > MostValidators)
        {
            writer.WriteLine($"and {validators - MostValidators} more in {ReplayTables.Totals}.parquet");
        }
        WriteNotes(writer, variants);
        writer.WriteLine();
    }

    private static void WriteNotes(TextWriter writer, Table variants)
    {
        for (int row = 0; row < variants.Rows; row++)
        {
            if (variants["note"].Values<string>()[row] is { Length: > 0 } note)
            {
                writer.WriteLine($"{Show.Bare(variants["variant"].Values<string>()[row])}: {note}");
            }
        }
    }

    private static string Total(Table totals, int row)
    {
        double total = totals["total_dividend"].Values<double>()[row];
        string against = totals["is_base"].Values<bool>()[row]
            ? "base"
            : totals["percent_vs_base"]
                .Values<double>()[row]
                .ToString("+0.00'%';-0.00'%';0.00'%'", CultureInfo.InvariantCulture);
        return $"{total.ToString("G5", CultureInfo.InvariantCulture)} {against}";
    }
}
