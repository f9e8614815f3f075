using System.Collections.Immutable;
using Simulator.Scenarios.Metagraphs.Changes;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>What is made of the files of an import; changes are made in the order in which they stand here.</summary>
public sealed record ImportPlan
{
    /// <summary>The least stake of a validator where a file names none: 1000 TAO, as on the chain.</summary>
    public const double UsualStake = 1000;

    /// <summary>The files.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Least stake of a validator; null for <see cref="UsualStake"/> in snapshots of a chain, and for every
    /// validator of a replay file.</summary>
    public double? MinStake { get; init; }

    /// <summary>Neurons that are validators whatever their stake.</summary>
    public ImmutableArray<AddedValidator> Add { get; init; } = [];

    /// <summary>Uids or hotkeys of validators that are left out.</summary>
    public ImmutableArray<string> Drop { get; init; } = [];

    /// <summary>Number of epochs: the first ones, or with the last one held; null for as many as there are.</summary>
    public int? Epochs { get; init; }

    /// <summary>Uid or hotkey of the validator whose rows come one epoch early; null for none.</summary>
    public string? Shifted { get; init; }

    /// <summary>Whose rows come late, and by how much; null for none.</summary>
    public DelayPlan? Delayed { get; init; }

    /// <summary>Copiers that join.</summary>
    public ImmutableArray<CopierPlan> Copiers { get; init; } = [];
}
