using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Util;
using Simulator.Core.Numerics.Reals;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>One number in one device thread.</summary>
/// <remarks>
/// Every product is an instruction that says how it rounds: the driver's compiler would fuse any other with the sum that
/// it goes to, and round once where the processor rounds twice.
/// </remarks>
internal readonly struct GpuReal(double value) : IReal<GpuReal, GpuWord>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly double Value = value;

    [MethodImpl(Inline)]
    public static GpuReal FromReal(double value) => new(value);

    [MethodImpl(Inline)]
    public static GpuReal FromWord(GpuWord word) => new(unchecked((uint)word.Bits));

    [MethodImpl(Inline)]
    public static GpuReal operator +(GpuReal a, GpuReal b) => new(a.Value + b.Value);

    [MethodImpl(Inline)]
    public static GpuReal operator -(GpuReal a, GpuReal b) => new(a.Value - b.Value);

    [MethodImpl(Inline)]
    public static GpuReal operator *(GpuReal a, GpuReal b) => new(GpuIntrinsics.Multiply(a.Value, b.Value));

    [MethodImpl(Inline)]
    public static GpuReal operator /(GpuReal a, GpuReal b) => new(a.Value / b.Value);

    [MethodImpl(Inline)]
    public static GpuReal Sqrt(GpuReal a) => new(GpuIntrinsics.Sqrt(a.Value));

    [MethodImpl(Inline)]
    public static GpuReal IfLess(GpuReal a, GpuReal b, GpuReal yes, GpuReal no) =>
        new(Utilities.Select(a.Value < b.Value, yes.Value, no.Value));

    [MethodImpl(Inline)]
    public static GpuReal IfBelow(GpuWord a, GpuWord b, GpuReal yes, GpuReal no) =>
        new(Utilities.Select(a.Bits < b.Bits, yes.Value, no.Value));

    [MethodImpl(Inline)]
    public static bool AllLess(GpuReal a, GpuReal b) => a.Value < b.Value;

    [MethodImpl(Inline)]
    public static GpuReal Truncate(GpuReal a) => new(unchecked((int)a.Value));

    // Pinned: a compiler that knew sums of reals to be associative would take the two constants for nothing.
    [MethodImpl(Inline)]
    public static GpuReal Nearest(GpuReal a) =>
        new(GpuIntrinsics.Pin(a.Value + RealBits.Two52) - RealBits.Two52);

    [MethodImpl(Inline)]
    public static GpuReal PowerOfTwo(GpuReal k) =>
        new(Interop.IntAsFloat(unchecked((ulong)((int)k.Value + RealBits.Bias)) << RealBits.Digits));

    [MethodImpl(Inline)]
    public static GpuReal Exponent(GpuReal a) =>
        new(unchecked((int)(Interop.FloatAsInt(a.Value) >> RealBits.Digits) - (int)RealBits.Bias));

    [MethodImpl(Inline)]
    public static GpuReal Fraction(GpuReal a) =>
        new(Interop.IntAsFloat(Interop.FloatAsInt(a.Value) & (ulong)RealBits.Mask | (ulong)RealBits.One));
}
