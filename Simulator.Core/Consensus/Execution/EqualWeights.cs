using System.Runtime.InteropServices;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Tells when two epochs have the same normalised weights in the same rows, as the points of a sweep often do.</summary>
internal static class EqualWeights
{
    /// <summary>Whether all that weight codes are made of is the same; stake, bonds and rates may differ.</summary>
    /// <param name="a">What the epoch reads whose codes are there.</param>
    /// <param name="headOfA">Its first steps.</param>
    /// <param name="b">What the other epoch reads.</param>
    /// <param name="headOfB">Its first steps.</param>
    public static bool Are(EpochInput a, EpochHead headOfA, EpochInput b, EpochHead headOfB)
    {
        if (
            a.Neurons != b.Neurons
            || a.OwnerUid != b.OwnerUid
            || headOfA.EarliestCommit.Length != headOfB.EarliestCommit.Length
            || (IsLiquid(b) && !IsLiquid(a)) // only under liquid alpha rows were looked through for their order
        )
        {
            return false;
        }
        for (int i = 0; i < a.Neurons; i++)
        {
            if (!HaveEqualRow(i, a, headOfA, b, headOfB))
            {
                return false;
            }
        }
        return true;
    }

    private static bool HaveEqualRow(
        int i,
        EpochInput a,
        EpochHead headOfA,
        EpochInput b,
        EpochHead headOfB
    ) =>
        headOfA.ActiveStake[i] > I32F32.Zero == headOfB.ActiveStake[i] > I32F32.Zero
        && headOfA.Forbidden[i] == headOfB.Forbidden[i]
        && headOfA.LastUpdate[i] == headOfB.LastUpdate[i]
        && headOfA.BlockAtRegistration[i] == headOfB.BlockAtRegistration[i]
        && (headOfA.EarliestCommit.Length == 0 || headOfA.EarliestCommit[i] == headOfB.EarliestCommit[i])
        && a.Bonds[i].IsEmpty == b.Bonds[i].IsEmpty
        && Bits(a.Weights[i]).SequenceEqual(Bits(b.Weights[i]));

    private static bool IsLiquid(EpochInput input) =>
        input.Parameters.Yuma3On && input.Parameters.LiquidAlphaOn;

    // As numbers, which are compared in vectors; entries would be asked one by one.
    private static ReadOnlySpan<uint> Bits(ReadOnlySpan<WeightEntry> entries) =>
        MemoryMarshal.Cast<WeightEntry, uint>(entries);
}
