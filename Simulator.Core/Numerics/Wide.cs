namespace Simulator.Core.Numerics;

/// <summary>Products and quotients of 128-bit magnitudes through 256 bits: what the wide formats are made of.</summary>
/// <remarks>
/// The whole file is unchecked: every operand is a magnitude, every carry is handled where it arises, and a result that
/// does not fit 128 bits is reported instead of wrapped.
/// </remarks>
internal static class Wide
{
    /// <summary>The exact product a · b as two halves.</summary>
    public static (UInt128 High, UInt128 Low) Product(UInt128 a, UInt128 b)
    {
        unchecked
        {
            ulong a1 = (ulong)(a >> 64),
                a0 = (ulong)a,
                b1 = (ulong)(b >> 64),
                b0 = (ulong)b;
            UInt128 low = Narrow(a0, b0);
            UInt128 cross = Narrow(a1, b0) + (low >> 64);
            UInt128 other = Narrow(a0, b1) + (ulong)cross;
            UInt128 high = Narrow(a1, b1) + (cross >> 64) + (other >> 64);
            return (high, (other << 64) | (ulong)low);
        }
    }

    /// <summary>floor(a · b / 2^shift) for a shift of 1 to 127, and whether bits were dropped; false when it does not fit.</summary>
    public static bool TryProduct(UInt128 a, UInt128 b, int shift, out UInt128 floor, out bool inexact)
    {
        unchecked
        {
            (UInt128 high, UInt128 low) = Product(a, b);
            floor = (high << (128 - shift)) | (low >> shift);
            inexact = low << (128 - shift) != 0;
            return high >> shift == 0;
        }
    }

    /// <summary>floor(a · 2^shift / b) for a shift of 32 or 64; false when b is 0 or the quotient does not fit.</summary>
    public static bool TryQuotient(UInt128 a, UInt128 b, int shift, out UInt128 floor)
    {
        unchecked
        {
            floor = 0;
            if (b == 0)
            {
                return false;
            }
            (UInt128 whole, UInt128 rest) = UInt128.DivRem(a, b);
            if (whole >> (128 - shift) != 0)
            {
                return false;
            }
            UInt128 fraction =
                rest >> (128 - shift) == 0
                    ? (rest << shift) / b
                    : Digit(rest >> (64 - shift), shift == 64 ? 0 : (ulong)(rest << shift), b);
            floor = (whole << shift) | fraction;
            return true;
        }
    }

    /// <summary>floor((high · 2^64 + low) / divisor), one 64-bit digit; high is less than divisor.</summary>
    private static ulong Digit(UInt128 high, ulong low, UInt128 divisor)
    {
        unchecked
        {
            // Knuth's algorithm D, one step with 64-bit digits: the estimate is at most two too large.
            int lead = (int)UInt128.LeadingZeroCount(divisor);
            divisor <<= lead;
            high = lead == 0 ? high : (high << lead) | (low >> (64 - lead));
            low <<= lead;
            ulong first = (ulong)(divisor >> 64),
                second = (ulong)divisor;
            UInt128 estimate = UInt128.Min(high / first, ulong.MaxValue);
            UInt128 rest = high - estimate * first;
            while (rest >> 64 == 0 && Narrow((ulong)estimate, second) > ((rest << 64) | low))
            {
                estimate--;
                rest += first;
            }
            return (ulong)estimate;
        }
    }

    private static UInt128 Narrow(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return new UInt128(high, low);
    }
}
