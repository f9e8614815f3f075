using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>
/// Eight columns as whole numbers in doubles: as long as every bit pattern stays below 2^51, a fused product with a
/// chosen rounding is the chain's floor in one step, where integers need a product, a shift and a special case.
/// </summary>
internal readonly unsafe struct Doubles8(Vector512<double> bits) : IVectorLane<Doubles8>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // At these sizes the spacing of doubles is 1 and 2^32: adding a number there cuts what is smaller.
    private const double Whole = 4503599627370496.0,
        Product = Whole * 4294967296.0,
        Unit = 1 / 4294967296.0;

    /// <summary>2^32, less so much that no rounding of a reciprocal reaches the true quotient, 2^32 at most.</summary>
    private const double JustBelow = 4294967296.0 * (1 - (1.0 / (1L << 50)));

    public readonly Vector512<double> Bits = bits;

    [MethodImpl(Inline)]
    public static Doubles8 FromBits(long bits) => new(Vector512.Create((double)bits));

    [MethodImpl(Inline)]
    public static Doubles8 operator +(Doubles8 a, Doubles8 b) => new(a.Bits + b.Bits);

    [MethodImpl(Inline)]
    public static Doubles8 operator -(Doubles8 a, Doubles8 b) => new(a.Bits - b.Bits);

    [MethodImpl(Inline)]
    public static Doubles8 Min(Doubles8 a, Doubles8 b) => new(Avx512F.Min(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static Doubles8 Max(Doubles8 a, Doubles8 b) => new(Avx512F.Max(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static Doubles8 Mul(Doubles8 a, Doubles8 b) =>
        new(
            Avx512F.FusedMultiplyAdd(
                Avx512F.FusedMultiplyAdd(
                    a.Bits,
                    b.Bits,
                    Vector512.Create(1.5 * Product),
                    FloatRoundingMode.ToNegativeInfinity
                ),
                Vector512.Create(Unit),
                Vector512.Create(-1.5 * Whole)
            )
        );

    [MethodImpl(Inline)]
    public static Doubles8 Share(Doubles8 a, Doubles8 b) =>
        new(
            Avx512F.FusedMultiplyAdd(
                Avx512F.FusedMultiplyAdd(a.Bits, b.Bits, Vector512.Create(Product), FloatRoundingMode.ToZero),
                Vector512.Create(Unit),
                Vector512.Create(-Whole)
            )
        );

    [MethodImpl(Inline)]
    public static Doubles8 ShareUp(Doubles8 a, Doubles8 b) =>
        new(
            Avx512F.FusedMultiplyAdd(
                Avx512F.FusedMultiplyAdd(
                    a.Bits,
                    b.Bits,
                    Vector512.Create(Product),
                    FloatRoundingMode.ToPositiveInfinity
                ),
                Vector512.Create(Unit),
                Vector512.Create(-Whole)
            )
        );

    [MethodImpl(Inline)]
    public static Divisor<Doubles8> DivisorOf(Doubles8 value)
    {
        Vector512<double> divisor = Avx512F.Max(value.Bits, Vector512<double>.One);
        return new(new(divisor * Vector512.Create(Unit)), new(Vector512.Create(JustBelow) / divisor));
    }

    /// <summary>The quotient is right or one too low, and the remainder, exact by fusion, says which.</summary>
    [MethodImpl(Inline)]
    public static Doubles8 Div(Doubles8 a, Divisor<Doubles8> d)
    {
        Vector512<double> whole = Vector512.Create(Whole);
        Vector512<double> q =
            Avx512F.FusedMultiplyAdd(a.Bits, d.Reciprocal.Bits, whole, FloatRoundingMode.ToZero) - whole;
        Vector512<double> rest = Avx512F.FusedMultiplyAddNegated(q, d.Value.Bits, a.Bits);
        return new(
            Vector512.ConditionalSelect(
                Vector512.GreaterThanOrEqual(rest, d.Value.Bits),
                q + Vector512<double>.One,
                q
            )
        );
    }

    /// <summary>(a + ½)/n never rounds across a whole number.</summary>
    [MethodImpl(Inline)]
    public static Doubles8 DivSmall(Doubles8 a, int n, Doubles8 reciprocal)
    {
        Vector512<double> whole = Vector512.Create(Whole);
        return new(
            Avx512F.FusedMultiplyAdd(
                a.Bits + Vector512.Create(0.5),
                reciprocal.Bits,
                whole,
                FloatRoundingMode.ToZero
            ) - whole
        );
    }

    /// <summary>As <see cref="DivSmall"/>; the half is added where the product is cut.</summary>
    [MethodImpl(Inline)]
    public static Doubles8 MulDivSmall(Doubles8 a, Doubles8 b, int n, Doubles8 reciprocal)
    {
        Vector512<double> whole = Vector512.Create(Whole);
        Vector512<double> product =
            Avx512F.FusedMultiplyAdd(a.Bits, b.Bits * Vector512.Create(Unit), whole, FloatRoundingMode.ToZero)
            - Vector512.Create(Whole - 0.5);
        return new(
            Avx512F.FusedMultiplyAdd(product, reciprocal.Bits, whole, FloatRoundingMode.ToZero) - whole
        );
    }

    public static long ReciprocalBits(int n) => BitConverter.DoubleToInt64Bits(1.0 / n);

    [MethodImpl(Inline)]
    public static Doubles8 IfLess(Doubles8 a, Doubles8 b, Doubles8 yes, Doubles8 no) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static Doubles8 IfEqual(Doubles8 a, Doubles8 b, Doubles8 yes, Doubles8 no) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static bool IsZero(Doubles8 a) => Vector512.EqualsAll(a.Bits, Vector512<double>.Zero);

    [MethodImpl(Inline)]
    public static long Sum(Doubles8 a) => Vector512.Sum(Avx512DQ.ConvertToVector512Int64(a.Bits));

    public static int Columns => 8;

    [MethodImpl(Inline)]
    public static Doubles8 Load(long* at) => new(Avx512DQ.ConvertToVector512Double(Vector512.Load(at)));

    [MethodImpl(Inline)]
    public static void Store(Doubles8 a, long* at) =>
        Vector512.Store(Avx512DQ.ConvertToVector512Int64(a.Bits), at);

    [MethodImpl(Inline)]
    public static Doubles8 Held(long* at) => new(Vector512.Load((double*)at));

    [MethodImpl(Inline)]
    public static void Hold(Doubles8 a, long* at) => Vector512.Store(a.Bits, (double*)at);

    [MethodImpl(Inline)]
    public static Doubles8 Repeated(long* at) => new(Vector512.Create(*(double*)at));

    [MethodImpl(Inline)]
    public static Doubles8 LoadCodes(uint* at) => new(Avx512F.ConvertToVector512Double(Vector256.Load(at)));

    [MethodImpl(Inline)]
    public static void StoreCodes(Doubles8 a, uint* at) =>
        Vector256.Store(Avx512F.ConvertToVector256UInt32(a.Bits), at);

    [MethodImpl(Inline)]
    public static Doubles8 LoadUnits(ushort* at) =>
        new(Avx512F.ConvertToVector512Double(Avx2.ConvertToVector256Int32(Vector128.Load(at))));

    [MethodImpl(Inline)]
    public static void StoreUnits(Doubles8 a, ushort* at) =>
        Vector128.Store(Avx512F.VL.ConvertToVector128UInt16(Avx512F.ConvertToVector256Int32(a.Bits)), at);
}
