namespace Simulator.Core.Chain.Parameters;

/// <summary>One parameter of the chain: name, meaning, bounds, and who may set it.</summary>
/// <remarks>Integers are the stored ones; <see cref="ParameterKind"/> says what they mean.</remarks>
public abstract record Parameter
{
    /// <summary>The chain's name, in snake_case.</summary>
    public required string Name { get; init; }

    /// <summary>How the stored integer is meant.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>What it does, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>Where it acts: sections of the specification.</summary>
    public required string ActsIn { get; init; }

    /// <summary>Who may change it.</summary>
    public required ParameterSetter Setter { get; init; }

    /// <summary>Value when nothing was ever set.</summary>
    public required Int128 StorageDefault { get; init; }

    /// <summary>Value of a new subnet; what a run starts from.</summary>
    public required Int128 Default { get; init; }

    /// <summary>The smallest value that root may set.</summary>
    public required Int128 Least { get; init; }

    /// <summary>The largest value that root may set.</summary>
    public required Int128 Most { get; init; }

    /// <summary>The smallest value that the owner may set, where it is not root's.</summary>
    public Int128? OwnerLeast { get; init; }

    /// <summary>The largest value that the owner may set, where it is not root's.</summary>
    public Int128? OwnerMost { get; init; }

    /// <summary>The words of a <see cref="ParameterKind.Choice"/> by number; empty for other kinds.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A stored integer as people read it.</summary>
    public string Text(Int128 raw) =>
        Kind == ParameterKind.Choice && raw >= 0 && raw < Words.Count ? Words[(int)raw] : Kind.Text(raw);

    /// <summary>What is wrong with a value, or null when root may set it.</summary>
    public string? Complaint(Int128 raw) =>
        raw >= Least && raw <= Most ? null
        : Least == Most ? $"{Text(raw)} is not {Text(Least)}, a constant of the chain"
        : $"{Text(raw)} is outside {Text(Least)} to {Text(Most)}";

    /// <summary>What to note about a value that root may set and the owner may not, or null.</summary>
    public string? OwnerNote(Int128 raw) =>
        Setter == ParameterSetter.OwnerAndRoot && (raw < OwnerLeast || raw > OwnerMost)
            ? $"{Text(raw)} is outside {Text(OwnerLeast ?? Least)} to {Text(OwnerMost ?? Most)}, "
                + "what a subnet's owner may set; only root can"
            : null;
}
