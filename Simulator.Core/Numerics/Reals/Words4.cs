using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Core.Numerics.Reals;

/// <summary>Four words in one 256-bit vector: AVX2.</summary>
internal readonly struct Words4(Vector256<ulong> bits) : IWord<Words4>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector256<ulong> Bits = bits;

    [MethodImpl(Inline)]
    public static Words4 FromBits(ulong bits) => new(Vector256.Create(bits));

    [MethodImpl(Inline)]
    public static Words4 operator ^(Words4 a, Words4 b) => new(a.Bits ^ b.Bits);

    [MethodImpl(Inline)]
    public static Words4 Product(Words4 a, Words4 b) =>
        new(Avx2.Multiply(a.Bits.AsUInt32(), b.Bits.AsUInt32()));

    [MethodImpl(Inline)]
    public static Words4 High(Words4 a) => new(a.Bits >>> 32);

    [MethodImpl(Inline)]
    public static Words4 Low(Words4 a) => new(a.Bits & Vector256.Create(0xFFFF_FFFFUL));
}
