using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>Four columns in one 256-bit vector: AVX2, which lacks 64-bit products, signed shifts and conversions.</summary>
internal readonly unsafe struct Lanes4(Vector256<long> bits) : IVectorLane<Lanes4>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const double Two52 = 4503599627370496.0,
        Two84 = 19342813113834066795298816.0;
    public readonly Vector256<long> Bits = bits;

    [MethodImpl(Inline)]
    public static Lanes4 FromBits(long bits) => new(Vector256.Create(bits));

    [MethodImpl(Inline)]
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a.Bits + b.Bits);

    [MethodImpl(Inline)]
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a.Bits - b.Bits);

    [MethodImpl(Inline)]
    public static Lanes4 Min(Lanes4 a, Lanes4 b) => IfLess(a, b, a, b);

    [MethodImpl(Inline)]
    public static Lanes4 Max(Lanes4 a, Lanes4 b) => IfLess(a, b, b, a);

    [MethodImpl(Inline)]
    public static Lanes4 Mul(Lanes4 a, Lanes4 b) =>
        new(
            Times(a.Bits, High(b.Bits))
                + Times(High(a.Bits), b.Bits & Vector256.Create(0xFFFFFFFFL))
                + (LowTimesLow(a.Bits, b.Bits) >>> 32)
        );

    [MethodImpl(Inline)]
    public static Lanes4 Share(Lanes4 a, Lanes4 b)
    {
        Lanes4 one = FromBits(1L << 32);
        return IfEqual(a, one, b, IfEqual(b, one, a, new(LowTimesLow(a.Bits, b.Bits) >>> 32)));
    }

    [MethodImpl(Inline)]
    public static Lanes4 ShareUp(Lanes4 a, Lanes4 b)
    {
        Lanes4 one = FromBits(1L << 32);
        return IfEqual(
            a,
            one,
            b,
            IfEqual(b, one, a, new(LowTimesLow(a.Bits, b.Bits) + Vector256.Create(0xFFFFFFFFL) >>> 32))
        );
    }

    [MethodImpl(Inline)]
    public static Divisor<Lanes4> DivisorOf(Lanes4 value)
    {
        Lanes4 divisor = Max(value, FromBits(1));
        return new(divisor, new((Vector256.Create(4294967296.0) / ToDouble(divisor.Bits)).AsInt64()));
    }

    /// <summary>The double quotient is at most one off; the remainder (exact modulo 2^64) says which way.</summary>
    [MethodImpl(Inline)]
    public static Lanes4 Div(Lanes4 a, Divisor<Lanes4> d)
    {
        Vector256<long> q = ToInteger(SmallToDouble(a.Bits) * d.Reciprocal.Bits.AsDouble()),
            rest = (a.Bits << 32) - Times(d.Value.Bits, q);
        // comparisons are 0 or −1
        return new(
            q
                - Vector256.GreaterThan(rest, d.Value.Bits - Vector256<long>.One)
                + Vector256.LessThan(rest, Vector256<long>.Zero)
        );
    }

    [MethodImpl(Inline)]
    public static Lanes4 DivSmall(Lanes4 a, int n, Lanes4 inverse)
    {
        Vector256<double> reciprocal = inverse.Bits.AsDouble(),
            half = reciprocal * Vector256.Create(0.5);
        if (Vector256.LessThanAll(a.Bits, Vector256.Create(1L << 50)))
            return new(Quotient(a.Bits, reciprocal, half));
        Vector256<long> high = a.Bits >>> 24,
            quotient = Quotient(high, reciprocal, half);
        Vector256<long> low =
            (high - Times(quotient, Vector256.Create((long)n)) << 24)
            + (a.Bits & Vector256.Create((1L << 24) - 1));
        return new((quotient << 24) + Quotient(low, reciprocal, half));
    }

    [MethodImpl(Inline)]
    public static Lanes4 MulDivSmall(Lanes4 a, Lanes4 b, int n, Lanes4 reciprocal) =>
        DivSmall(Mul(a, b), n, reciprocal);

    public static long ReciprocalBits(int n) => BitConverter.DoubleToInt64Bits(1.0 / n);

    [MethodImpl(Inline)]
    public static Lanes4 IfLess(Lanes4 a, Lanes4 b, Lanes4 yes, Lanes4 no) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static Lanes4 IfEqual(Lanes4 a, Lanes4 b, Lanes4 yes, Lanes4 no) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static bool IsZero(Lanes4 a) => Vector256.EqualsAll(a.Bits, Vector256<long>.Zero);

    [MethodImpl(Inline)]
    public static long Sum(Lanes4 a) => Vector256.Sum(a.Bits);

    public static int Columns => 4;

    [MethodImpl(Inline)]
    public static Lanes4 Load(long* at) => new(Vector256.Load(at));

    [MethodImpl(Inline)]
    public static void Store(Lanes4 a, long* at) => Vector256.Store(a.Bits, at);

    [MethodImpl(Inline)]
    public static Lanes4 Held(long* at) => Load(at);

    [MethodImpl(Inline)]
    public static void Hold(Lanes4 a, long* at) => Store(a, at);

    [MethodImpl(Inline)]
    public static Lanes4 Repeated(long* at) => FromBits(*at);

    [MethodImpl(Inline)]
    public static Lanes4 LoadCodes(uint* at) => new(Avx2.ConvertToVector256Int64(Vector128.Load(at)));

    [MethodImpl(Inline)]
    public static void StoreCodes(Lanes4 a, uint* at) =>
        Vector128.Store(Vector128.Narrow(a.Bits.GetLower().AsUInt64(), a.Bits.GetUpper().AsUInt64()), at);

    [MethodImpl(Inline)]
    public static Lanes4 LoadUnits(ushort* at) =>
        new(Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(*(ulong*)at).AsUInt16()));

    [MethodImpl(Inline)]
    public static void StoreUnits(Lanes4 a, ushort* at)
    {
        Vector128<uint> half = Vector128.Narrow(a.Bits.GetLower().AsUInt64(), a.Bits.GetUpper().AsUInt64());
        *(ulong*)at = Vector128.Narrow(half, half).AsUInt64().ToScalar();
    }

    [MethodImpl(Inline)]
    private static Vector256<long> LowTimesLow(Vector256<long> a, Vector256<long> b) =>
        Avx2.Multiply(a.AsUInt32(), b.AsUInt32()).AsInt64();

    /// <summary>a·b modulo 2^64.</summary>
    [MethodImpl(Inline)]
    private static Vector256<long> Times(Vector256<long> a, Vector256<long> b) =>
        LowTimesLow(a, b) + (LowTimesLow(a >>> 32, b) + LowTimesLow(a, b >>> 32) << 32);

    /// <summary>a &gt;&gt; 32 with its sign.</summary>
    [MethodImpl(Inline)]
    private static Vector256<long> High(Vector256<long> a)
    {
        Vector256<int> high = Avx2.Shuffle(a.AsInt32(), 0b11_11_01_01);
        return Avx2.Blend(high, high >> 31, 0b10101010).AsInt64();
    }

    /// <summary>Any non-negative integer: both halves through the mantissa, one rounding.</summary>
    [MethodImpl(Inline)]
    private static Vector256<double> ToDouble(Vector256<long> a)
    {
        Vector256<double> high =
            (a >>> 32 | Vector256.Create(Two84).AsInt64()).AsDouble() - Vector256.Create(Two84 + Two52);
        return high + (a & Vector256.Create(0xFFFFFFFFL) | Vector256.Create(Two52).AsInt64()).AsDouble();
    }

    /// <summary>ExactLane, for 0 ≤ a &lt; 2^52.</summary>
    [MethodImpl(Inline)]
    private static Vector256<double> SmallToDouble(Vector256<long> a) =>
        (a | Vector256.Create(Two52).AsInt64()).AsDouble() - Vector256.Create(Two52);

    /// <summary>The nearest integer, for 0 ≤ x &lt; 2^51.</summary>
    [MethodImpl(Inline)]
    private static Vector256<long> ToInteger(Vector256<double> x) =>
        (x + Vector256.Create(Two52)).AsInt64() - Vector256.Create(Two52).AsInt64();

    [MethodImpl(Inline)]
    private static Vector256<long> Quotient(
        Vector256<long> a,
        Vector256<double> reciprocal,
        Vector256<double> half
    ) => ToInteger(Vector256.Floor(SmallToDouble(a) * reciprocal + half));
}
