using System.Runtime.CompilerServices;

namespace Simulator.Core.Numerics.Reals;

/// <summary>A draw from the standard normal distribution that depends on nothing but the row's key and the column.</summary>
/// <remarks>
/// Marsaglia's polar method. Attempt a of column j takes the four words of Philox's counter (j, a, 0, 0): for the first
/// attempt these are the j-th four words of the row's stream. So no cell waits for another, and a matrix may be drawn in
/// any order.
/// </remarks>
internal static class NormalDraw
{
    private const uint Multiplier0 = 0xD251_1F53;
    private const uint Multiplier1 = 0xCD9E_8D57;
    private const uint KeyStep0 = 0x9E37_79B9;
    private const uint KeyStep1 = 0xBB67_AE85;
    private const int Rounds = 10;
    private const double Two21 = 2097152;
    private const double UnitOf53Bits = 1.0 / (1UL << 53);

    /// <summary>The draws of some columns of a row.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="column">The columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Of<R, W>(ulong key, W column)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R one = R.FromReal(1),
            zero = R.FromReal(0),
            x = zero,
            square = one;
        for (uint attempt = 0; !R.AllLess(square, one); attempt = unchecked(attempt + 1))
        {
            PhiloxWords<W> words = Words(column, W.FromBits(attempt), key);
            R first = Symmetric<R, W>(words.C0, words.C1),
                second = Symmetric<R, W>(words.C2, words.C3),
                sum = first * first + second * second;
            // A column that has its number keeps it while others try again; a sum of 0 is tried again.
            x = R.IfLess(square, one, x, first);
            square = R.IfLess(square, one, square, R.IfLess(zero, sum, sum, one));
        }
        return x * R.Sqrt(R.FromReal(-2) * RealMath.Log<R, W>(square) / square);
    }

    /// <summary>Philox4x32-10 on the counter (column, attempt, 0, 0).</summary>
    /// <remarks>Unchecked: the steps of a key wrap around by design.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxWords<W> Words<W>(W column, W attempt, ulong key)
        where W : struct, IWord<W>
    {
        unchecked
        {
            uint key0 = (uint)key,
                key1 = (uint)(key >> 32);
            W c0 = column,
                c1 = attempt,
                c2 = W.FromBits(0),
                c3 = c2;
            for (int round = 0; round < Rounds; round++)
            {
                W product0 = W.Product(W.FromBits(Multiplier0), c0),
                    product1 = W.Product(W.FromBits(Multiplier1), c2);
                c0 = W.High(product1) ^ c1 ^ W.FromBits(key0);
                c1 = W.Low(product1);
                c2 = W.High(product0) ^ c3 ^ W.FromBits(key1);
                c3 = W.Low(product0);
                key0 += KeyStep0;
                key1 += KeyStep1;
            }
            return new(c0, c1, c2, c3);
        }
    }

    /// <summary>A number in [−1, 1) out of two words, the low one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R Symmetric<R, W>(W low, W high)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        // The upper 21 of the low word's bits: its product with 2^21 has them as its high half.
        R digits =
            R.FromWord(high) * R.FromReal(Two21) + R.FromWord(W.High(W.Product(low, W.FromBits(1U << 21))));
        return R.FromReal(2) * (digits * R.FromReal(UnitOf53Bits)) - R.FromReal(1);
    }
}
