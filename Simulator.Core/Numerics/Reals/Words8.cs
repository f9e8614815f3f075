using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Core.Numerics.Reals;

/// <summary>Eight words in one 512-bit vector: AVX-512.</summary>
internal readonly struct Words8(Vector512<ulong> bits) : IWord<Words8>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector512<ulong> Bits = bits;

    [MethodImpl(Inline)]
    public static Words8 FromBits(ulong bits) => new(Vector512.Create(bits));

    [MethodImpl(Inline)]
    public static Words8 operator ^(Words8 a, Words8 b) => new(a.Bits ^ b.Bits);

    [MethodImpl(Inline)]
    public static Words8 Product(Words8 a, Words8 b) =>
        new(Avx512F.Multiply(a.Bits.AsUInt32(), b.Bits.AsUInt32()));

    [MethodImpl(Inline)]
    public static Words8 High(Words8 a) => new(a.Bits >>> 32);

    [MethodImpl(Inline)]
    public static Words8 Low(Words8 a) => new(a.Bits & Vector512.Create(0xFFFF_FFFFUL));
}
