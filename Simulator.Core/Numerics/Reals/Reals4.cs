using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Core.Numerics.Reals;

/// <summary>Four numbers in one 256-bit vector: AVX2, which converts through the fraction of 2^52.</summary>
internal readonly unsafe struct Reals4(Vector256<double> values) : IVectorReal<Reals4, Words4>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector256<double> Values = values;

    public static int Columns => 4;

    [MethodImpl(Inline)]
    public static Reals4 FromReal(double value) => new(Vector256.Create(value));

    [MethodImpl(Inline)]
    public static Reals4 FromWord(Words4 word) => FromSmall(Words4.Low(word).Bits);

    [MethodImpl(Inline)]
    public static Reals4 operator +(Reals4 a, Reals4 b) => new(a.Values + b.Values);

    [MethodImpl(Inline)]
    public static Reals4 operator -(Reals4 a, Reals4 b) => new(a.Values - b.Values);

    [MethodImpl(Inline)]
    public static Reals4 operator *(Reals4 a, Reals4 b) => new(a.Values * b.Values);

    [MethodImpl(Inline)]
    public static Reals4 operator /(Reals4 a, Reals4 b) => new(a.Values / b.Values);

    [MethodImpl(Inline)]
    public static Reals4 Sqrt(Reals4 a) => new(Vector256.Sqrt(a.Values));

    [MethodImpl(Inline)]
    public static Reals4 IfLess(Reals4 a, Reals4 b, Reals4 yes, Reals4 no) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(a.Values, b.Values), yes.Values, no.Values));

    [MethodImpl(Inline)]
    public static Reals4 IfBelow(Words4 a, Words4 b, Reals4 yes, Reals4 no) =>
        new(
            Vector256.ConditionalSelect(Vector256.LessThan(a.Bits, b.Bits).AsDouble(), yes.Values, no.Values)
        );

    [MethodImpl(Inline)]
    public static bool AllLess(Reals4 a, Reals4 b) => Vector256.LessThanAll(a.Values, b.Values);

    [MethodImpl(Inline)]
    public static Reals4 Truncate(Reals4 a) => new(Vector256.Truncate(a.Values));

    [MethodImpl(Inline)]
    public static Reals4 Nearest(Reals4 a)
    {
        Vector256<double> two52 = Vector256.Create(RealBits.Two52);
        return new(a.Values + two52 - two52);
    }

    [MethodImpl(Inline)]
    public static Reals4 PowerOfTwo(Reals4 k) =>
        new((ToWhole(k.Values + Vector256.Create((double)RealBits.Bias)) << RealBits.Digits).AsDouble());

    [MethodImpl(Inline)]
    public static Reals4 Exponent(Reals4 a) =>
        FromSmall(a.Values.AsUInt64() >>> RealBits.Digits) - FromReal(RealBits.Bias);

    [MethodImpl(Inline)]
    public static Reals4 Fraction(Reals4 a) =>
        new(
            (a.Values.AsInt64() & Vector256.Create(RealBits.Mask) | Vector256.Create(RealBits.One)).AsDouble()
        );

    [MethodImpl(Inline)]
    public static Reals4 Load(double* at) => new(Vector256.Load(at));

    [MethodImpl(Inline)]
    public static void Store(Reals4 a, double* at) => Vector256.Store(a.Values, at);

    [MethodImpl(Inline)]
    public static Reals4 LoadCodes(uint* at) =>
        FromSmall(Avx2.ConvertToVector256Int64(Vector128.Load(at)).AsUInt64());

    [MethodImpl(Inline)]
    public static void StoreCodes(Reals4 a, uint* at)
    {
        Vector256<ulong> whole = ToWhole(a.Values) & Vector256.Create(0xFFFF_FFFFUL);
        Vector128.Store(Vector128.Narrow(whole.GetLower(), whole.GetUpper()), at);
    }

    [MethodImpl(Inline)]
    public static Words4 LoadWords(ulong* at) => new(Vector256.Load(at));

    /// <summary>A number below 2^52.</summary>
    [MethodImpl(Inline)]
    private static Reals4 FromSmall(Vector256<ulong> bits)
    {
        Vector256<double> two52 = Vector256.Create(RealBits.Two52);
        return new((bits | two52.AsUInt64()).AsDouble() - two52);
    }

    /// <summary>A whole number in the low bits of a fraction, below the exponent of 2^52.</summary>
    [MethodImpl(Inline)]
    private static Vector256<ulong> ToWhole(Vector256<double> values) =>
        (values + Vector256.Create(RealBits.Two52)).AsUInt64();
}
