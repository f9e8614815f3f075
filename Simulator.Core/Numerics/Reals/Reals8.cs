using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Core.Numerics.Reals;

/// <summary>Eight numbers in one 512-bit vector: AVX-512; it converts through the fraction of 2^52.</summary>
internal readonly unsafe struct Reals8(Vector512<double> values) : IVectorReal<Reals8, Words8>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector512<double> Values = values;

    public static int Columns => 8;

    [MethodImpl(Inline)]
    public static Reals8 FromReal(double value) => new(Vector512.Create(value));

    [MethodImpl(Inline)]
    public static Reals8 FromWord(Words8 word) => FromSmall(Words8.Low(word).Bits);

    [MethodImpl(Inline)]
    public static Reals8 operator +(Reals8 a, Reals8 b) => new(a.Values + b.Values);

    [MethodImpl(Inline)]
    public static Reals8 operator -(Reals8 a, Reals8 b) => new(a.Values - b.Values);

    [MethodImpl(Inline)]
    public static Reals8 operator *(Reals8 a, Reals8 b) => new(a.Values * b.Values);

    [MethodImpl(Inline)]
    public static Reals8 operator /(Reals8 a, Reals8 b) => new(a.Values / b.Values);

    [MethodImpl(Inline)]
    public static Reals8 Sqrt(Reals8 a) => new(Vector512.Sqrt(a.Values));

    [MethodImpl(Inline)]
    public static Reals8 IfLess(Reals8 a, Reals8 b, Reals8 yes, Reals8 no) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a.Values, b.Values), yes.Values, no.Values));

    [MethodImpl(Inline)]
    public static Reals8 IfBelow(Words8 a, Words8 b, Reals8 yes, Reals8 no) =>
        new(
            Vector512.ConditionalSelect(Vector512.LessThan(a.Bits, b.Bits).AsDouble(), yes.Values, no.Values)
        );

    [MethodImpl(Inline)]
    public static bool AllLess(Reals8 a, Reals8 b) => Vector512.LessThanAll(a.Values, b.Values);

    [MethodImpl(Inline)]
    public static Reals8 Truncate(Reals8 a) => new(Vector512.Truncate(a.Values));

    [MethodImpl(Inline)]
    public static Reals8 Nearest(Reals8 a)
    {
        Vector512<double> two52 = Vector512.Create(RealBits.Two52);
        return new(a.Values + two52 - two52);
    }

    [MethodImpl(Inline)]
    public static Reals8 PowerOfTwo(Reals8 k) =>
        new((ToWhole(k.Values + Vector512.Create((double)RealBits.Bias)) << RealBits.Digits).AsDouble());

    [MethodImpl(Inline)]
    public static Reals8 Exponent(Reals8 a) =>
        FromSmall(a.Values.AsUInt64() >>> RealBits.Digits) - FromReal(RealBits.Bias);

    [MethodImpl(Inline)]
    public static Reals8 Fraction(Reals8 a) =>
        new(
            (a.Values.AsInt64() & Vector512.Create(RealBits.Mask) | Vector512.Create(RealBits.One)).AsDouble()
        );

    [MethodImpl(Inline)]
    public static Reals8 Load(double* at) => new(Vector512.Load(at));

    [MethodImpl(Inline)]
    public static void Store(Reals8 a, double* at) => Vector512.Store(a.Values, at);

    [MethodImpl(Inline)]
    public static Reals8 LoadCodes(uint* at) =>
        FromSmall(Avx512F.ConvertToVector512Int64(Vector256.Load(at)).AsUInt64());

    [MethodImpl(Inline)]
    public static void StoreCodes(Reals8 a, uint* at)
    {
        Vector512<ulong> whole = ToWhole(a.Values) & Vector512.Create(0xFFFF_FFFFUL);
        Vector256.Store(Vector256.Narrow(whole.GetLower(), whole.GetUpper()), at);
    }

    [MethodImpl(Inline)]
    public static Words8 LoadWords(ulong* at) => new(Vector512.Load(at));

    /// <summary>A number below 2^52.</summary>
    [MethodImpl(Inline)]
    private static Reals8 FromSmall(Vector512<ulong> bits)
    {
        Vector512<double> two52 = Vector512.Create(RealBits.Two52);
        return new((bits | two52.AsUInt64()).AsDouble() - two52);
    }

    /// <summary>A whole number in the low bits of a fraction, below the exponent of 2^52.</summary>
    [MethodImpl(Inline)]
    private static Vector512<ulong> ToWhole(Vector512<double> values) =>
        (values + Vector512.Create(RealBits.Two52)).AsUInt64();
}
