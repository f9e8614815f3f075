using System.Runtime.CompilerServices;

namespace Simulator.Core.Numerics.Reals;

/// <summary>One number: the reference, and the fall-back everywhere.</summary>
/// <remarks>Unchecked: integers are exponents, codes and bit patterns, in the ranges that <see cref="IReal{R, W}"/> states.</remarks>
internal readonly unsafe struct Real(double value) : IVectorReal<Real, Word>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly double Value = value;

    public static int Columns => 1;

    [MethodImpl(Inline)]
    public static Real FromReal(double value) => new(value);

    [MethodImpl(Inline)]
    public static Real FromWord(Word word) => new(unchecked((uint)word.Bits));

    [MethodImpl(Inline)]
    public static Real operator +(Real a, Real b) => new(a.Value + b.Value);

    [MethodImpl(Inline)]
    public static Real operator -(Real a, Real b) => new(a.Value - b.Value);

    [MethodImpl(Inline)]
    public static Real operator *(Real a, Real b) => new(a.Value * b.Value);

    [MethodImpl(Inline)]
    public static Real operator /(Real a, Real b) => new(a.Value / b.Value);

    [MethodImpl(Inline)]
    public static Real Sqrt(Real a) => new(Math.Sqrt(a.Value));

    [MethodImpl(Inline)]
    public static Real IfLess(Real a, Real b, Real yes, Real no) => a.Value < b.Value ? yes : no;

    [MethodImpl(Inline)]
    public static Real IfBelow(Word a, Word b, Real yes, Real no) => a.Bits < b.Bits ? yes : no;

    [MethodImpl(Inline)]
    public static bool AllLess(Real a, Real b) => a.Value < b.Value;

    [MethodImpl(Inline)]
    public static Real Truncate(Real a) => new(unchecked((int)a.Value));

    [MethodImpl(Inline)]
    public static Real Nearest(Real a) => new(Math.Round(a.Value));

    [MethodImpl(Inline)]
    public static Real PowerOfTwo(Real k) =>
        new(BitConverter.Int64BitsToDouble(unchecked((long)k.Value + RealBits.Bias << RealBits.Digits)));

    [MethodImpl(Inline)]
    public static Real Exponent(Real a) =>
        new(unchecked((BitConverter.DoubleToInt64Bits(a.Value) >> RealBits.Digits) - RealBits.Bias));

    [MethodImpl(Inline)]
    public static Real Fraction(Real a) =>
        new(
            BitConverter.Int64BitsToDouble(
                BitConverter.DoubleToInt64Bits(a.Value) & RealBits.Mask | RealBits.One
            )
        );

    [MethodImpl(Inline)]
    public static Real Load(double* at) => new(*at);

    [MethodImpl(Inline)]
    public static void Store(Real a, double* at) => *at = a.Value;

    [MethodImpl(Inline)]
    public static Real LoadCodes(uint* at) => new(*at);

    [MethodImpl(Inline)]
    public static void StoreCodes(Real a, uint* at) => *at = unchecked((uint)a.Value);

    [MethodImpl(Inline)]
    public static Word LoadWords(ulong* at) => new(*at);
}
