using System.Runtime.CompilerServices;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>One column, plain full-width integer arithmetic: the reference, and the fall-back everywhere.</summary>
internal readonly unsafe struct ExactLane(long bits) : IVectorLane<ExactLane>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly long Bits = bits;

    [MethodImpl(Inline)]
    public static ExactLane FromBits(long bits) => new(bits);

    [MethodImpl(Inline)]
    public static ExactLane operator +(ExactLane a, ExactLane b) => new(unchecked(a.Bits + b.Bits));

    [MethodImpl(Inline)]
    public static ExactLane operator -(ExactLane a, ExactLane b) => new(unchecked(a.Bits - b.Bits));

    [MethodImpl(Inline)]
    public static ExactLane Min(ExactLane a, ExactLane b) => a.Bits < b.Bits ? a : b;

    [MethodImpl(Inline)]
    public static ExactLane Max(ExactLane a, ExactLane b) => a.Bits > b.Bits ? a : b;

    [MethodImpl(Inline)]
    public static ExactLane Mul(ExactLane a, ExactLane b)
    {
        long high = Math.BigMul(a.Bits, b.Bits, out long low);
        return new((high << 32) | (low >>> 32));
    }

    [MethodImpl(Inline)]
    public static ExactLane Share(ExactLane a, ExactLane b) => Mul(a, b);

    [MethodImpl(Inline)]
    public static ExactLane ShareUp(ExactLane a, ExactLane b) => new(-Mul(new(-a.Bits), b).Bits);

    [MethodImpl(Inline)]
    public static Divisor<ExactLane> DivisorOf(ExactLane value) => new(value, default);

    [MethodImpl(Inline)]
    public static ExactLane Div(ExactLane a, Divisor<ExactLane> d) =>
        d.Value.Bits == 0 ? default
        : a.Bits < 1L << 32 ? new((long)(((ulong)a.Bits << 32) / (ulong)d.Value.Bits))
        : new((long)(((UInt128)(ulong)a.Bits << 32) / (ulong)d.Value.Bits));

    [MethodImpl(Inline)]
    public static ExactLane DivSmall(ExactLane a, int n, ExactLane reciprocal) => new(a.Bits / n);

    [MethodImpl(Inline)]
    public static ExactLane MulDivSmall(ExactLane a, ExactLane b, int n, ExactLane reciprocal) =>
        DivSmall(Mul(a, b), n, reciprocal);

    public static long ReciprocalBits(int n) => 0;

    [MethodImpl(Inline)]
    public static ExactLane IfLess(ExactLane a, ExactLane b, ExactLane yes, ExactLane no) =>
        a.Bits < b.Bits ? yes : no;

    [MethodImpl(Inline)]
    public static ExactLane IfEqual(ExactLane a, ExactLane b, ExactLane yes, ExactLane no) =>
        a.Bits == b.Bits ? yes : no;

    [MethodImpl(Inline)]
    public static bool IsZero(ExactLane a) => false; // the reference never leaves a series early

    [MethodImpl(Inline)]
    public static long Sum(ExactLane a) => a.Bits;

    public static int Columns => 1;

    [MethodImpl(Inline)]
    public static ExactLane Load(long* at) => new(*at);

    [MethodImpl(Inline)]
    public static void Store(ExactLane a, long* at) => *at = a.Bits;

    [MethodImpl(Inline)]
    public static ExactLane Held(long* at) => Load(at);

    [MethodImpl(Inline)]
    public static void Hold(ExactLane a, long* at) => Store(a, at);

    [MethodImpl(Inline)]
    public static ExactLane Repeated(long* at) => Load(at);

    [MethodImpl(Inline)]
    public static ExactLane LoadCodes(uint* at) => new(*at);

    [MethodImpl(Inline)]
    public static void StoreCodes(ExactLane a, uint* at) => *at = unchecked((uint)a.Bits);

    [MethodImpl(Inline)]
    public static ExactLane LoadUnits(ushort* at) => new(*at);

    [MethodImpl(Inline)]
    public static void StoreUnits(ExactLane a, ushort* at) => *at = unchecked((ushort)a.Bits);
}
