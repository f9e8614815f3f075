using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>Lets through what is above zero.</summary>
internal static class Rectifier
{
    /// <summary>Sets values to zero where a unit is not above zero.</summary>
    /// <param name="units">The units.</param>
    /// <param name="values">As many values; may be the units themselves.</param>
    public static void KeepWhereActive(ReadOnlySpan<Lanes> units, Span<Lanes> values)
    {
        for (int vector = 0; vector < values.Length; vector++)
        {
            Lanes active = Vector256.GreaterThan(units[vector], Lanes.Zero);
            values[vector] = Vector256.ConditionalSelect(active, values[vector], Lanes.Zero);
        }
    }
}
