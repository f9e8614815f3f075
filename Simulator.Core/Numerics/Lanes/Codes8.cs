using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>Eight columns of codes.</summary>
internal readonly unsafe struct Codes8(Vector256<uint> bits) : IVectorCode<Codes8>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector256<uint> Bits = bits;

    [MethodImpl(Inline)]
    public static Codes8 FromBits(uint bits) => new(Vector256.Create(bits));

    [MethodImpl(Inline)]
    public static Codes8 operator +(Codes8 a, Codes8 b) => new(a.Bits + b.Bits);

    [MethodImpl(Inline)]
    public static Codes8 Min(Codes8 a, Codes8 b) => new(Vector256.Min(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static Codes8 Max(Codes8 a, Codes8 b) => new(Vector256.Max(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static Codes8 IfLess(Codes8 a, Codes8 b, Codes8 yes, Codes8 no) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static Codes8 Middle(Codes8 low, Codes8 high) => new(high.Bits - (high.Bits - low.Bits >>> 1));

    [MethodImpl(Inline)]
    public static bool AnyLess(Codes8 a, Codes8 b) => Vector256.LessThanAny(a.Bits, b.Bits);

    public static int Columns => 8;

    [MethodImpl(Inline)]
    public static Codes8 Load(uint* at) => new(Vector256.Load(at));

    [MethodImpl(Inline)]
    public static void Store(Codes8 a, uint* at) => Vector256.Store(a.Bits, at);
}
