using System.Runtime.Intrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>Stored rows, sixteen entries at a time: column in the lower, value in the upper half of 32 bits.</summary>
internal static unsafe class StoredEntries
{
    private const int Half = 8;
    private const int Step = 2 * Half;

    /// <summary>Whether every entry points to a later column than the one before.</summary>
    public static bool AreAscending(ReadOnlySpan<WeightEntry> row)
    {
        int k = 1;
        fixed (WeightEntry* entries = row)
        {
            Vector256<uint> column = Vector256.Create(0xFFFFU);
            for (; k + Half <= row.Length; k += Half)
            {
                Vector256<uint> here = Vector256.Load((uint*)(entries + k)) & column,
                    before = Vector256.Load((uint*)(entries + k - 1)) & column;
                if (!Vector256.LessThanAll(before.AsInt32(), here.AsInt32()))
                {
                    return false;
                }
            }
        }
        for (; k < row.Length; k++)
        {
            if (row[k - 1].Uid >= row[k].Uid)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The entries, in ascending order, that point to a column of the subnet.</summary>
    public static ReadOnlySpan<WeightEntry> Inside(ReadOnlySpan<WeightEntry> row, int columns)
    {
        int length = row.Length;
        while (length > 0 && row[length - 1].Uid >= columns)
        {
            length--;
        }
        return row[..length];
    }

    /// <summary>Number of entries, in ascending order, that point to an earlier column.</summary>
    public static int CountBefore(ReadOnlySpan<WeightEntry> row, int column)
    {
        int low = 0,
            high = row.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = row[middle].Uid < column ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>Takes entries apart.</summary>
    /// <param name="row">The entries.</param>
    /// <param name="columns">Their columns.</param>
    /// <param name="values">Their values.</param>
    public static void Split(ReadOnlySpan<WeightEntry> row, ushort* columns, ushort* values)
    {
        int k = 0;
        fixed (WeightEntry* entries = row)
        {
            Vector256<uint> column = Vector256.Create(0xFFFFU);
            for (; k + Step <= row.Length; k += Step)
            {
                Vector256<uint> a = Vector256.Load((uint*)(entries + k)),
                    b = Vector256.Load((uint*)(entries + k + Half));
                Vector256.Store(Vector256.Narrow(a & column, b & column), columns + k);
                Vector256.Store(Vector256.Narrow(a >>> 16, b >>> 16), values + k);
            }
        }
        for (; k < row.Length; k++)
        {
            (columns[k], values[k]) = (row[k].Uid, row[k].Value);
        }
    }

    /// <summary>Turns stored weights into what <see cref="LaneRows{T}.Normalize"/> reads: 1 + weight.</summary>
    public static void ToCodes(ushort* values, int count, uint* codes)
    {
        int k = 0;
        for (; k + Step <= count; k += Step)
        {
            (Vector256<uint> a, Vector256<uint> b) = Vector256.Widen(Vector256.Load(values + k));
            Vector256.Store(a + Vector256<uint>.One, codes + k);
            Vector256.Store(b + Vector256<uint>.One, codes + k + Half);
        }
        for (; k < count; k++)
        {
            codes[k] = 1U + values[k];
        }
    }
}
