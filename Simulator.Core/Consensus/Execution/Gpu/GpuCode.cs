using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Util;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>One column of codes in one device thread.</summary>
/// <remarks>Sums of stake shares of several voters stay below 2^32; a single voter's is never summed.</remarks>
internal readonly struct GpuCode(uint bits) : ICode<GpuCode>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly uint Bits = bits;

    [MethodImpl(Inline)]
    public static GpuCode FromBits(uint bits) => new(bits);

    [MethodImpl(Inline)]
    public static GpuCode operator +(GpuCode a, GpuCode b) => new(unchecked(a.Bits + b.Bits));

    [MethodImpl(Inline)]
    public static GpuCode Min(GpuCode a, GpuCode b) => new(IntrinsicMath.Min(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static GpuCode Max(GpuCode a, GpuCode b) => new(IntrinsicMath.Max(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static GpuCode IfLess(GpuCode a, GpuCode b, GpuCode yes, GpuCode no) =>
        new(Utilities.Select(a.Bits < b.Bits, yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static GpuCode Middle(GpuCode low, GpuCode high) =>
        new(GpuIntrinsics.Pin(unchecked(high.Bits - ((high.Bits - low.Bits) >> 1))));

    [MethodImpl(Inline)]
    public static bool AnyLess(GpuCode a, GpuCode b) => a.Bits < b.Bits;
}
