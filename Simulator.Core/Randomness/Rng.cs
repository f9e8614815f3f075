using System.Runtime.CompilerServices;

namespace Simulator.Core.Randomness;

/// <summary>One stream of random numbers: a key, and the count of numbers drawn so far.</summary>
/// <remarks>
/// The n-th block of four words is Philox of counter n under the key. A class, so that a copy of the reference goes on
/// where the stream is, instead of repeating numbers. Not safe for two threads at once: give each its own stream. The
/// arithmetic on words is unchecked: they wrap around by design.
/// </remarks>
/// <param name="key">The stream's key: equal keys give equal numbers. <see cref="RandomStreams"/> makes them from names.</param>
public sealed class Rng(ulong key)
{
    private const int WordsPerBlock = 4;
    private const double UnitOf53Bits = 1.0 / (1UL << 53);

    private readonly uint _key0 = unchecked((uint)key);
    private readonly uint _key1 = (uint)(key >> 32);
    private ulong _nextBlock;
    private int _taken = WordsPerBlock;
    private Words _words;

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_taken == WordsPerBlock)
        {
            Refill();
        }
        return _words[_taken++];
    }

    /// <summary>64 random bits: two words, the low one first.</summary>
    public ulong NextUInt64()
    {
        ulong low = NextUInt32();
        return low | ((ulong)NextUInt32() << 32);
    }

    /// <summary>A whole number in [0, <paramref name="exclusiveMax"/>), each equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is not positive.</exception>
    public int NextInt(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        unchecked
        {
            // The high word of word · max is the number. 2³² mod max of the low words would be hit once too often.
            uint max = (uint)exclusiveMax;
            ulong product = (ulong)NextUInt32() * max;
            if ((uint)product < max)
            {
                uint surplus = (0u - max) % max;
                while ((uint)product < surplus)
                {
                    product = (ulong)NextUInt32() * max;
                }
            }
            return (int)(product >> 32);
        }
    }

    /// <summary>A number in [0, 1): a multiple of 2⁻⁵³, each equally likely.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * UnitOf53Bits;

    /// <summary>True with a probability.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0, 1] or not a number.</exception>
    public bool NextBool(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability),
                probability,
                "A probability lies in [0, 1]."
            );
        }
        return NextDouble() < probability;
    }

    /// <summary>Puts the items into a random order, each order equally likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A new stream whose key is the next 64 bits of this one: what it is used for, and how often, never shifts
    /// the draws that follow here.</summary>
    public Rng Split() => new(NextUInt64());

    /// <summary>A stream that goes on with the same numbers as this one, for a twin of what draws from it.</summary>
    internal Rng Copy() => (Rng)MemberwiseClone();

    private void Refill()
    {
        unchecked
        {
            uint c0 = (uint)_nextBlock,
                c1 = (uint)(_nextBlock >> 32),
                c2 = 0,
                c3 = 0;
            Philox.Encrypt(ref c0, ref c1, ref c2, ref c3, _key0, _key1);
            _words[0] = c0;
            _words[1] = c1;
            _words[2] = c2;
            _words[3] = c3;
            _nextBlock++;
            _taken = 0;
        }
    }

    [InlineArray(WordsPerBlock)]
    private struct Words
    {
        private uint _first;
    }
}
