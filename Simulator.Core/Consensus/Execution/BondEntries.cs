using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The bonds of a computed epoch as the chain stores them: by row, with those that were rounded to 0.</summary>
/// <param name="epoch">What was computed.</param>
internal readonly unsafe struct BondEntries(DenseEpoch epoch)
{
    private readonly BondPresence _presence = new(ExactColumns.RuleOf(epoch), epoch.Parameters);

    /// <summary>Writes the entries of a row, in the order of columns.</summary>
    /// <returns>Their number.</returns>
    public int Copy(int row, Span<WeightEntry> entries)
    {
        ReadOnlySpan<ushort> bonds = new(epoch.NewBonds + (long)row * epoch.Stride, entries.Length);
        int count = 0,
            j = 0;
        for (; j <= bonds.Length - Vector256<ushort>.Count; j += Vector256<ushort>.Count)
        {
            count += TryCopyAll(bonds[j..], j, entries[count..])
                ? Vector256<ushort>.Count
                : Copy(row, bonds, j, j + Vector256<ushort>.Count, entries[count..]);
        }
        return count + Copy(row, bonds, j, bonds.Length, entries[count..]);
    }

    /// <summary>Writes a vector of entries, if none of them is 0.</summary>
    private static bool TryCopyAll(ReadOnlySpan<ushort> bonds, int first, Span<WeightEntry> entries)
    {
        Vector256<ushort> values = Vector256.Create(bonds);
        if (Vector256.EqualsAny(values, Vector256<ushort>.Zero))
        {
            return false;
        }
        // An entry is its uid and, above it, its value.
        Span<uint> pairs = MemoryMarshal.Cast<WeightEntry, uint>(entries);
        Vector256<uint> uids = Vector256<uint>.Indices + Vector256.Create((uint)first);
        (Vector256<uint> lower, Vector256<uint> upper) = Vector256.Widen(values);
        ((lower << 16) | uids).CopyTo(pairs);
        ((upper << 16) | (uids + Vector256.Create((uint)Vector256<uint>.Count))).CopyTo(
            pairs[Vector256<uint>.Count..]
        );
        return true;
    }

    private int Copy(int row, ReadOnlySpan<ushort> bonds, int first, int end, Span<WeightEntry> entries)
    {
        long start = (long)row * epoch.Stride;
        int count = 0;
        for (int j = first; j < end; j++)
        {
            long cell = start + j;
            if (
                bonds[j] > 0
                || epoch.Shares[cell] > 0
                || _presence.WasPositive(epoch.Codes[cell], epoch.Bonds[cell], epoch.Consensus[j])
            )
            {
                entries[count++] = new((ushort)j, bonds[j]);
            }
        }
        return count;
    }
}
