namespace Simulator.Core.Randomness;

/// <summary>The only hash that may decide anything: the same 64 bits for the same arguments in every version, on every
/// machine.</summary>
/// <remarks>
/// The arguments are laid out as blocks of four 32-bit words, and each block is the counter of one Philox call whose key
/// is the hash so far; the first two words of the answer are the new hash. The first block holds the seed (low word
/// first), the number of characters of the purpose and the number of entities; then follow the UTF-16 units of the
/// purpose, two a word, and the entities, two a block, each group padded with zeros to whole blocks. Both counts stand
/// in front, so different arguments never make the same blocks. It is no cryptographic hash.
/// </remarks>
public static class StableHash
{
    /// <summary>The hash of a seed, a purpose and the entities it is for.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What the hash is for; every character counts, in ordinal comparison.</param>
    /// <param name="entities">Whom or what it is for, in order; any number of them.</param>
    public static ulong Of(ulong seed, ReadOnlySpan<char> purpose, params ReadOnlySpan<ulong> entities)
    {
        unchecked
        {
            ulong hash = Absorb(0, seed, (uint)purpose.Length | ((ulong)entities.Length << 32));
            for (int i = 0; i < purpose.Length; i += 8)
            {
                hash = Absorb(hash, FourUnits(purpose, i), FourUnits(purpose, i + 4));
            }
            for (int i = 0; i < entities.Length; i += 2)
            {
                hash = Absorb(hash, entities[i], i + 1 < entities.Length ? entities[i + 1] : 0);
            }
            return hash;
        }
    }

    private static ulong Absorb(ulong hash, ulong low, ulong high)
    {
        unchecked
        {
            uint c0 = (uint)low,
                c1 = (uint)(low >> 32),
                c2 = (uint)high,
                c3 = (uint)(high >> 32);
            Philox.Encrypt(ref c0, ref c1, ref c2, ref c3, (uint)hash, (uint)(hash >> 32));
            return c0 | ((ulong)c1 << 32);
        }
    }

    private static ulong FourUnits(ReadOnlySpan<char> text, int start)
    {
        ulong units = 0;
        for (int i = Math.Min(start + 4, text.Length) - 1; i >= start; i--)
        {
            units = (units << 16) | text[i];
        }
        return units;
    }
}
