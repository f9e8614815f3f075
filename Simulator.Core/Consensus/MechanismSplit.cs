namespace Simulator.Core.Consensus;

/// <summary>How a subnet's emission is divided among its mechanisms.</summary>
/// <remarks>Source: spec §2.10. What truncation loses goes to the first mechanism.</remarks>
public static class MechanismSplit
{
    /// <summary>The emission of every mechanism, rao; together exactly all of it.</summary>
    /// <param name="emission">Emission of the subnet, rao.</param>
    /// <param name="mechanisms">Number of mechanisms, at least 1.</param>
    /// <param name="split">Their shares out of 65,535, missing ones being 0; null to divide evenly.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mechanisms"/> is below 1.</exception>
    public static ulong[] Of(ulong emission, int mechanisms, IReadOnlyList<ushort>? split = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mechanisms, 1);
        ulong[] parts = new ulong[mechanisms];
        ulong rest = emission;
        for (int m = 0; m < mechanisms; m++)
        {
            parts[m] =
                split is null ? emission / (ulong)mechanisms
                : m < split.Count ? (ulong)((UInt128)emission * split[m] / ushort.MaxValue)
                : 0;
            rest -= Math.Min(rest, parts[m]);
        }
        parts[0] += rest;
        return parts;
    }
}
