using System.Globalization;

namespace Simulator.Core.Engine;

/// <summary>A member of an ensemble that failed.</summary>
/// <param name="Member">Its place among the members, from 0.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Cause">What it throws when it runs alone.</param>
public sealed record MemberFault(int Member, ulong Seed, Exception Cause)
{
    /// <summary>The fault with its place, as people read it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"member {Member} (seed {Seed}): {Cause.Message}");
}
