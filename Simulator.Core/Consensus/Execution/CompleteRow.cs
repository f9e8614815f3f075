using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Reads stored rows that have an entry for every slot, in order: what most validators store.</summary>
internal static class CompleteRow
{
    private const uint Low = 0xFFFF; // an entry is its uid and, above it, its value

    /// <summary>Writes 1 + value of every entry, if the row is complete.</summary>
    /// <param name="entries">The stored row.</param>
    /// <param name="codes">A number for each slot; unspecified after a failure.</param>
    public static bool TryReadCodes(ReadOnlySpan<WeightEntry> entries, Span<uint> codes)
    {
        if (entries.Length != codes.Length)
        {
            return false;
        }
        ReadOnlySpan<uint> pairs = MemoryMarshal.Cast<WeightEntry, uint>(entries);
        Vector256<uint> uid = Vector256<uint>.Indices,
            wrong = Vector256<uint>.Zero;
        int j = 0;
        for (; j <= pairs.Length - Vector256<uint>.Count; j += Vector256<uint>.Count)
        {
            Vector256<uint> pair = Vector256.Create(pairs[j..]);
            wrong |= (pair & Vector256.Create(Low)) ^ uid;
            ((pair >>> 16) + Vector256<uint>.One).CopyTo(codes[j..]);
            uid += Vector256.Create((uint)Vector256<uint>.Count);
        }
        bool complete = wrong == Vector256<uint>.Zero;
        for (; complete && j < pairs.Length; j++)
        {
            complete = (pairs[j] & Low) == j;
            codes[j] = (pairs[j] >> 16) + 1;
        }
        return complete;
    }

    /// <summary>Writes the value of every entry, if the row is complete.</summary>
    /// <param name="entries">The stored row.</param>
    /// <param name="values">A number for each slot; unspecified after a failure.</param>
    public static bool TryReadValues(ReadOnlySpan<WeightEntry> entries, Span<ushort> values)
    {
        if (entries.Length != values.Length)
        {
            return false;
        }
        ReadOnlySpan<uint> pairs = MemoryMarshal.Cast<WeightEntry, uint>(entries);
        Vector256<uint> uid = Vector256<uint>.Indices,
            wrong = Vector256<uint>.Zero;
        int j = 0;
        for (; j <= pairs.Length - Vector256<ushort>.Count; j += Vector256<ushort>.Count)
        {
            Vector256<uint> first = Vector256.Create(pairs[j..]),
                second = Vector256.Create(pairs[(j + Vector256<uint>.Count)..]);
            wrong |= (first & Vector256.Create(Low)) ^ uid;
            uid += Vector256.Create((uint)Vector256<uint>.Count);
            wrong |= (second & Vector256.Create(Low)) ^ uid;
            uid += Vector256.Create((uint)Vector256<uint>.Count);
            Vector256.Narrow(first >>> 16, second >>> 16).CopyTo(values[j..]);
        }
        bool complete = wrong == Vector256<uint>.Zero;
        for (; complete && j < pairs.Length; j++)
        {
            complete = (pairs[j] & Low) == j;
            values[j] = (ushort)(pairs[j] >> 16);
        }
        return complete;
    }
}
