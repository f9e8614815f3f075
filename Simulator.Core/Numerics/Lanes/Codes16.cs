using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>Sixteen columns of codes.</summary>
internal readonly unsafe struct Codes16(Vector512<uint> bits) : IVectorCode<Codes16>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly Vector512<uint> Bits = bits;

    [MethodImpl(Inline)]
    public static Codes16 FromBits(uint bits) => new(Vector512.Create(bits));

    [MethodImpl(Inline)]
    public static Codes16 operator +(Codes16 a, Codes16 b) => new(a.Bits + b.Bits);

    [MethodImpl(Inline)]
    public static Codes16 Min(Codes16 a, Codes16 b) => new(Vector512.Min(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static Codes16 Max(Codes16 a, Codes16 b) => new(Vector512.Max(a.Bits, b.Bits));

    [MethodImpl(Inline)]
    public static Codes16 IfLess(Codes16 a, Codes16 b, Codes16 yes, Codes16 no) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a.Bits, b.Bits), yes.Bits, no.Bits));

    [MethodImpl(Inline)]
    public static Codes16 Middle(Codes16 low, Codes16 high) => new(high.Bits - (high.Bits - low.Bits >>> 1));

    [MethodImpl(Inline)]
    public static bool AnyLess(Codes16 a, Codes16 b) => Vector512.LessThanAny(a.Bits, b.Bits);

    public static int Columns => 16;

    [MethodImpl(Inline)]
    public static Codes16 Load(uint* at) => new(Vector512.Load(at));

    [MethodImpl(Inline)]
    public static void Store(Codes16 a, uint* at) => Vector512.Store(a.Bits, at);
}
