using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Util;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>One column in one device thread.</summary>
/// <remarks>
/// No Int128, no 64-bit division and nothing else that has no device code. Arithmetic wraps on purpose: products and
/// remainders are taken modulo 2^64, and their operands are in the ranges that <see cref="ILane{T}"/> states.
/// </remarks>
internal readonly struct GpuLane(long bits) : ILane<GpuLane>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const long One = 1L << 32;

    public readonly long Bits = bits;

    [MethodImpl(Inline)]
    public static GpuLane FromBits(long bits) => new(bits);

    [MethodImpl(Inline)]
    public static GpuLane operator +(GpuLane a, GpuLane b) => new(unchecked(a.Bits + b.Bits));

    [MethodImpl(Inline)]
    public static GpuLane operator -(GpuLane a, GpuLane b) => new(unchecked(a.Bits - b.Bits));

    [MethodImpl(Inline)]
    public static GpuLane Min(GpuLane a, GpuLane b) => new(IntrinsicMath.Min(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static GpuLane Max(GpuLane a, GpuLane b) => new(IntrinsicMath.Max(a.Bits, b.Bits));

    // The whole parts are signed, the fractions are not.
    [MethodImpl(Inline)]
    public static GpuLane Mul(GpuLane a, GpuLane b)
    {
        unchecked
        {
            ulong aLow = (uint)a.Bits;
            ulong bLow = (uint)b.Bits;
            long whole = a.Bits * (b.Bits >> 32) + (a.Bits >> 32) * (long)bLow;
            return new(whole + (long)((aLow * bLow) >> 32));
        }
    }

    // Only 1.0 times 1.0 leaves 64 bits.
    [MethodImpl(Inline)]
    public static GpuLane Share(GpuLane a, GpuLane b) =>
        IfEqual(a, new(One), b, new(unchecked((long)((ulong)(a.Bits * b.Bits) >> 32))));

    [MethodImpl(Inline)]
    public static GpuLane ShareUp(GpuLane a, GpuLane b) =>
        IfEqual(a, new(One), b, new(unchecked((long)((ulong)(a.Bits * b.Bits + (One - 1)) >> 32))));

    [MethodImpl(Inline)]
    public static Divisor<GpuLane> DivisorOf(GpuLane value)
    {
        long divisor = IntrinsicMath.Max(value.Bits, 1L);
        double reciprocal = GpuIntrinsics.Pin(4294967296.0 / divisor);
        return new(new(divisor), new(unchecked((long)Interop.FloatAsInt(reciprocal))));
    }

    // The estimate is at most one unit off; the exact remainder decides.
    [MethodImpl(Inline)]
    public static GpuLane Div(GpuLane a, Divisor<GpuLane> d)
    {
        unchecked
        {
            long divisor = d.Value.Bits;
            long quotient = (long)(a.Bits * Interop.IntAsFloat((ulong)d.Reciprocal.Bits));
            long rest = (a.Bits << 32) - quotient * divisor;
            long more = Utilities.Select(rest >= divisor, 1L, 0L);
            long less = Utilities.Select(rest < 0, 1L, 0L);
            return new(quotient + more - less);
        }
    }

    // The high half of a·⌈2^64/n⌉ is exact below 2^59.
    [MethodImpl(Inline)]
    public static GpuLane DivSmall(GpuLane a, int n, GpuLane reciprocal) =>
        new(unchecked((long)GpuIntrinsics.MulHigh((ulong)a.Bits, (ulong)reciprocal.Bits)));

    [MethodImpl(Inline)]
    public static GpuLane MulDivSmall(GpuLane a, GpuLane b, int n, GpuLane reciprocal) =>
        DivSmall(Mul(a, b), n, reciprocal);

    public static long ReciprocalBits(int n) => unchecked((long)(ulong.MaxValue / (uint)n + 1));

    [MethodImpl(Inline)]
    public static GpuLane IfLess(GpuLane a, GpuLane b, GpuLane yes, GpuLane no) =>
        new(Utilities.Select(a.Bits < b.Bits, yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static GpuLane IfEqual(GpuLane a, GpuLane b, GpuLane yes, GpuLane no) =>
        new(Utilities.Select(a.Bits == b.Bits, yes.Bits, no.Bits));

    // Threads of a warp go on together: leaving a series early saves nothing and costs a branch.
    [MethodImpl(Inline)]
    public static bool IsZero(GpuLane a) => false;

    [MethodImpl(Inline)]
    public static long Sum(GpuLane a) => a.Bits;
}
