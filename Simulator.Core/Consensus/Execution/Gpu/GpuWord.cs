using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Reals;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>One word in one device thread.</summary>
internal readonly struct GpuWord(ulong bits) : IWord<GpuWord>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly ulong Bits = bits;

    [MethodImpl(Inline)]
    public static GpuWord FromBits(ulong bits) => new(bits);

    [MethodImpl(Inline)]
    public static GpuWord operator ^(GpuWord a, GpuWord b) => new(a.Bits ^ b.Bits);

    [MethodImpl(Inline)]
    public static GpuWord Product(GpuWord a, GpuWord b) => new(unchecked((ulong)(uint)a.Bits * (uint)b.Bits));

    [MethodImpl(Inline)]
    public static GpuWord High(GpuWord a) => new(a.Bits >> 32);

    [MethodImpl(Inline)]
    public static GpuWord Low(GpuWord a) => new(unchecked((uint)a.Bits));
}
