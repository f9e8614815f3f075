using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>Eight columns in one 512-bit vector; needs AVX-512 (without it Vector512 is software, see Lanes4).</summary>
internal readonly unsafe struct Lanes8(Vector512<long> bits) : IVectorLane<Lanes8>
{
    /// <summary>2^32, less so much that no rounding of a reciprocal or product reaches the true quotient, 2^32 at most.</summary>
    private const double JustBelow = 4294967296.0 * (1 - 1.0 / (1L << 50));
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector512<long> Bits = bits;

    [MethodImpl(Inline)]
    public static Lanes8 FromBits(long bits) => new(Vector512.Create(bits));

    [MethodImpl(Inline)]
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a.Bits + b.Bits);

    [MethodImpl(Inline)]
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a.Bits - b.Bits);

    [MethodImpl(Inline)]
    public static Lanes8 Min(Lanes8 a, Lanes8 b) => new(Vector512.Min(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static Lanes8 Max(Lanes8 a, Lanes8 b) => new(Vector512.Max(a.Bits, b.Bits));

    /// <summary>Schoolbook product of 32-bit halves; the parts wrap, their sum does not.</summary>
    [MethodImpl(Inline)]
    public static Lanes8 Mul(Lanes8 a, Lanes8 b)
    {
        Vector512<long> low = Vector512.Create(0xFFFFFFFFL);
        Vector512<long> aLow = a.Bits & low,
            aHigh = a.Bits >> 32,
            bLow = b.Bits & low,
            bHigh = b.Bits >> 32;
        return new(a.Bits * bHigh + aHigh * bLow + (aLow * bLow >>> 32));
    }

    /// <summary>Below 1.0 the product fits 64 bits; 1.0·b is b.</summary>
    [MethodImpl(Inline)]
    public static Lanes8 Share(Lanes8 a, Lanes8 b) =>
        IfEqual(a, FromBits(1L << 32), b, new(a.Bits * b.Bits >>> 32));

    [MethodImpl(Inline)]
    public static Lanes8 ShareUp(Lanes8 a, Lanes8 b) =>
        IfEqual(a, FromBits(1L << 32), b, new(a.Bits * b.Bits + Vector512.Create(0xFFFFFFFFL) >>> 32));

    [MethodImpl(Inline)]
    public static Divisor<Lanes8> DivisorOf(Lanes8 value)
    {
        Vector512<long> divisor = Vector512.Max(value.Bits, Vector512<long>.One);
        return new(
            new(divisor),
            new((Vector512.Create(JustBelow) / Vector512.ConvertToDouble(divisor)).AsInt64())
        );
    }

    /// <summary>The double quotient is right or one too low, and the remainder (exact modulo 2^64) says which.</summary>
    [MethodImpl(Inline)]
    public static Lanes8 Div(Lanes8 a, Divisor<Lanes8> d)
    {
        Vector512<long> divisor = d.Value.Bits;
        Vector512<long> q = Vector512.ConvertToInt64Native(
            Vector512.ConvertToDouble(a.Bits) * d.Reciprocal.Bits.AsDouble()
        );
        Vector512<long> rest = (a.Bits << 32) - q * divisor;
        return new(q - Vector512.GreaterThanOrEqual(rest, divisor));
    }

    /// <summary>Two digits of 24 and 35 bits; (digit + ½)/n never rounds across an integer, so no fix-up.</summary>
    [MethodImpl(Inline)]
    public static Lanes8 DivSmall(Lanes8 a, int n, Lanes8 inverse)
    {
        Vector512<double> reciprocal = inverse.Bits.AsDouble(),
            half = reciprocal * Vector512.Create(0.5);
        if (Vector512.LessThanAll(a.Bits, Vector512.Create(1L << 50)))
            return new(Quotient(a.Bits, reciprocal, half));
        Vector512<long> high = a.Bits >>> 24,
            quotient = Quotient(high, reciprocal, half);
        Vector512<long> low =
            (high - quotient * Vector512.Create((long)n) << 24) + (a.Bits & Vector512.Create((1L << 24) - 1));
        return new((quotient << 24) + Quotient(low, reciprocal, half));
    }

    [MethodImpl(Inline)]
    public static Lanes8 MulDivSmall(Lanes8 a, Lanes8 b, int n, Lanes8 reciprocal) =>
        DivSmall(Mul(a, b), n, reciprocal);

    public static long ReciprocalBits(int n) => BitConverter.DoubleToInt64Bits(1.0 / n);

    [MethodImpl(Inline)]
    private static Vector512<long> Quotient(
        Vector512<long> a,
        Vector512<double> reciprocal,
        Vector512<double> half
    ) =>
        Vector512.ConvertToInt64Native(
            Vector512.FusedMultiplyAdd(Vector512.ConvertToDouble(a), reciprocal, half)
        );

    [MethodImpl(Inline)]
    public static Lanes8 IfLess(Lanes8 a, Lanes8 b, Lanes8 yes, Lanes8 no) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static Lanes8 IfEqual(Lanes8 a, Lanes8 b, Lanes8 yes, Lanes8 no) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static bool IsZero(Lanes8 a) => Vector512.EqualsAll(a.Bits, Vector512<long>.Zero);

    [MethodImpl(Inline)]
    public static long Sum(Lanes8 a) => Vector512.Sum(a.Bits);

    public static int Columns => 8;

    [MethodImpl(Inline)]
    public static Lanes8 Load(long* at) => new(Vector512.Load(at));

    [MethodImpl(Inline)]
    public static void Store(Lanes8 a, long* at) => Vector512.Store(a.Bits, at);

    [MethodImpl(Inline)]
    public static Lanes8 Held(long* at) => Load(at);

    [MethodImpl(Inline)]
    public static void Hold(Lanes8 a, long* at) => Store(a, at);

    [MethodImpl(Inline)]
    public static Lanes8 Repeated(long* at) => FromBits(*at);

    [MethodImpl(Inline)]
    public static Lanes8 LoadCodes(uint* at) => new(Avx512F.ConvertToVector512Int64(Vector256.Load(at)));

    [MethodImpl(Inline)]
    public static void StoreCodes(Lanes8 a, uint* at) =>
        Vector256.Store(Avx512F.ConvertToVector256UInt32(a.Bits), at);

    [MethodImpl(Inline)]
    public static Lanes8 LoadUnits(ushort* at) => new(Avx512F.ConvertToVector512Int64(Vector128.Load(at)));

    [MethodImpl(Inline)]
    public static void StoreUnits(Lanes8 a, ushort* at) =>
        Vector128.Store(Avx512F.ConvertToVector128UInt16(a.Bits), at);
}
