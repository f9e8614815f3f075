using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>What was seen after contexts, in a table of fixed size: a row of 32 bytes for a context.</summary>
/// <remarks>
/// A context has one place, by its hash, and a row carries a tag of 16 more bits of the hash: other contexts that fall on
/// the same place are told apart. They wear the row down until it is theirs, while the context that owns it strengthens
/// it. A row knows up to 14 characters; another one wears down the rarest. Unchecked: counts are kept below 256, and
/// hashes wrap around.
/// </remarks>
internal sealed class NgramTable
{
    /// <summary>Bytes of a row.</summary>
    public const int RowLength = 32;

    /// <summary>Operations to count one character in one context: hash, tag, at most 14 comparisons, count.</summary>
    public const long CountOperations = 20;

    /// <summary>Operations to blend one context into probabilities.</summary>
    public const long BlendOperations = 4 + EntriesPerRow * 3 + Alphabet.Size;

    private const int EntriesPerRow = 14;

    // Never written to: a table in which nothing was counted yet has no rows of its own.
    private static readonly Row[] Nothing = new Row[1];

    private readonly int _size;
    private Row[] _rows = Nothing;

    /// <summary>An empty table.</summary>
    /// <param name="bytes">Memory it may take: it has as many rows as the greatest power of two that fits, at least
    /// one.</param>
    public NgramTable(long bytes) =>
        _size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)bytes / (2 * RowLength) + 1);

    /// <summary>A table with the rows of another.</summary>
    public NgramTable(NgramTable other) =>
        (_size, _rows) = (other._size, other._rows == Nothing ? Nothing : [.. other._rows]);

    /// <summary>Bytes that it takes as soon as something is counted.</summary>
    public long Bytes => (long)_size * RowLength;

    /// <summary>The hash of a context that has one more character before it.</summary>
    public static ulong Extend(ulong hash, byte code) =>
        unchecked((hash ^ (code + 1UL)) * 0x9E37_79B9_7F4A_7C15 + 0xD1B5_4A32_D192_ED03);

    /// <summary>Counts a character after a context.</summary>
    /// <returns>Whether the context was known.</returns>
    public bool Add(ulong hash, byte code)
    {
        unchecked
        {
            // Whether a model fits its machine is asked of many that never count.
            if (_rows == Nothing)
            {
                _rows = new Row[_size];
            }
            ref Row row = ref Find(hash, out ushort tag);
            if (row.Used == 0 || row.Tag != tag)
            {
                if (row.Strength > 0)
                {
                    row.Strength--;
                }
                else
                {
                    row = new() { Tag = tag };
                    row.Add(code);
                }
                return false;
            }
            if (row.Strength < byte.MaxValue)
            {
                row.Strength++;
            }
            row.Add(code);
            return true;
        }
    }

    /// <summary>Blends what is known of a context into probabilities that shorter ones made.</summary>
    /// <returns>Whether the context is known.</returns>
    public bool Blend(ulong hash, Span<Lanes> probabilities)
    {
        unchecked
        {
            ref readonly Row row = ref Find(hash, out ushort tag);
            if (row.Used == 0 || row.Tag != tag)
            {
                return false;
            }
            int total = 0;
            for (int entry = 0; entry < row.Used; entry++)
            {
                total += row.Counts[entry];
            }
            float whole = 1f / (total + row.Used);
            Lanes rest = Vector256.Create(row.Used * whole);
            for (int vector = 0; vector < probabilities.Length; vector++)
            {
                probabilities[vector] *= rest;
            }
            Span<float> each = MemoryMarshal.Cast<Lanes, float>(probabilities);
            for (int entry = 0; entry < row.Used; entry++)
            {
                each[row.Codes[entry]] += row.Counts[entry] * whole;
            }
            return true;
        }
    }

    private ref Row Find(ulong hash, out ushort tag)
    {
        unchecked
        {
            hash ^= hash >> 29;
            hash *= 0xBF58_476D_1CE4_E5B9;
            hash ^= hash >> 32;
            tag = (ushort)(hash >> 48);
            return ref _rows[(int)((uint)hash & (uint)(_rows.Length - 1))];
        }
    }

    [InlineArray(EntriesPerRow)]
    private struct Entries
    {
        private byte _first;
    }

    private struct Row
    {
        public ushort Tag;
        public byte Strength;
        public byte Used;
        public Entries Codes;
        public Entries Counts;

        public void Add(byte code)
        {
            unchecked
            {
                int place = ((ReadOnlySpan<byte>)Codes)[..Used].IndexOf(code);
                if (place < 0 && Used < EntriesPerRow)
                {
                    Codes[Used] = code;
                    Counts[Used++] = 1;
                    return;
                }
                if (place < 0)
                {
                    place = Rarest();
                    if (Counts[place] > 1)
                    {
                        Counts[place]--;
                        return;
                    }
                    Codes[place] = code;
                    Counts[place] = 0;
                }
                if (++Counts[place] == byte.MaxValue)
                {
                    HalveCounts();
                }
            }
        }

        private int Rarest()
        {
            int rarest = 0;
            for (int entry = 1; entry < EntriesPerRow; entry++)
            {
                if (Counts[entry] < Counts[rarest])
                {
                    rarest = entry;
                }
            }
            return rarest;
        }

        private void HalveCounts()
        {
            for (int entry = 0; entry < Used; entry++)
            {
                Counts[entry] = (byte)((Counts[entry] + 1) / 2);
            }
        }
    }
}
