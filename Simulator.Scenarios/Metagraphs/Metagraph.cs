using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>Stakes and weights of one subnet over epochs, as they were read, whatever the form of the files.</summary>
public sealed record Metagraph
{
    /// <summary>A short name that fits into a file name.</summary>
    public required string Id { get; init; }

    /// <summary>Where it comes from, such as <c>chain</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The subnet; null where the file does not say.</summary>
    public int? NetUid { get; init; }

    /// <summary>The miners in the order of the columns, M of them: their uids in dumps of a chain.</summary>
    public required ImmutableArray<string> Miners { get; init; }

    /// <summary>The epochs in order; at least one.</summary>
    public required ImmutableArray<MetagraphEpoch> Epochs { get; init; }

    /// <summary>The validator that others are compared with; null for the first.</summary>
    public string? BaseValidator { get; init; }

    /// <summary>When the bonds on a miner are cleared; null for never.</summary>
    public BondsReset? Reset { get; init; }

    /// <summary>Parameters that the replay sets whatever its user says, by name, each as JSON text.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Overrides { get; init; } = [];

    /// <summary>The hotkeys of all validators of any epoch, in the order in which they first take part.</summary>
    public ImmutableArray<string> Validators =>
        [.. Epochs.SelectMany(e => e.Validators).Select(row => row.Hotkey).Distinct(StringComparer.Ordinal)];
}
