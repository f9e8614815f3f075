using System.Collections.Immutable;
using System.Globalization;

namespace Simulator.Core.Engine;

/// <summary>Members of an ensemble failed; the others ran to their ends.</summary>
public sealed class EnsembleException : Exception
{
    /// <summary>Puts the faults together.</summary>
    /// <param name="faults">The faults by member, at least one.</param>
    /// <param name="members">How many members the ensemble has.</param>
    public EnsembleException(IReadOnlyList<MemberFault> faults, int members)
        : base(Describe(faults, members), faults[0].Cause) => Faults = [.. faults];

    /// <summary>Who failed and why, by member.</summary>
    public ImmutableArray<MemberFault> Faults { get; }

    private static string Describe(IReadOnlyList<MemberFault> faults, int members) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{faults.Count} of {members} members failed: {string.Join("; ", faults)}"
        );
}
