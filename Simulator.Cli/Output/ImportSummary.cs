using System.Globalization;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Metagraphs;

namespace Simulator.Cli.Output;

/// <summary>What <c>sim import</c> says about what it read and made.</summary>
internal static class ImportSummary
{
    /// <summary>Writes the files, the snapshots and the series.</summary>
    public static void Write(ImportedFiles files, Metagraph series, TextWriter writer)
    {
        AlignedTable read = new(1);
        foreach (FileOrigin file in files.Origins)
        {
            read.Add(file.Name, Invariant($"{file.Length} bytes"), $"sha256 {file.Sha256}");
        }
        read.WriteTo(writer);
        foreach (Snapshot snapshot in files.Snapshots)
        {
            writer.WriteLine(
                Invariant(
                    $"netuid {snapshot.NetUid}, block {snapshot.Block}: {snapshot.Neurons} neurons, {snapshot.SetWeights} weights of {snapshot.Setters} neurons"
                )
            );
        }
        MetagraphEpoch first = series.Epochs[0];
        writer.WriteLine(
            Invariant(
                $"replay {Show.Bare(series.Id)}: {series.Epochs.Length} epochs, {series.Miners.Length} miners, {series.Validators.Length} validators; {first.Validators.Sum(v => v.Weights.Count(w => w > 0))} weights of theirs in epoch 0"
            )
        );
        AlignedTable validators = new(0, 2, 3);
        validators.Add("uid", "validator", "stake", "weights");
        foreach (ValidatorRow row in first.Validators)
        {
            validators.Add(
                row.Uid is { } uid ? Invariant($"{uid}") : "-",
                // A terminal obeys characters that a hotkey has no use for.
                Show.Bare(row.Hotkey),
                Invariant($"{row.Stake:R}"),
                Invariant($"{row.Weights.Count(w => w > 0)}")
            );
        }
        validators.WriteTo(writer, "  ");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
