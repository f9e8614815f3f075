using System.Runtime.CompilerServices;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>One column of codes.</summary>
internal readonly unsafe struct ExactCode(uint bits) : IVectorCode<ExactCode>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly uint Bits = bits;

    [MethodImpl(Inline)]
    public static ExactCode FromBits(uint bits) => new(bits);

    [MethodImpl(Inline)]
    public static ExactCode operator +(ExactCode a, ExactCode b) => new(unchecked(a.Bits + b.Bits));

    [MethodImpl(Inline)]
    public static ExactCode Min(ExactCode a, ExactCode b) => a.Bits < b.Bits ? a : b;

    [MethodImpl(Inline)]
    public static ExactCode Max(ExactCode a, ExactCode b) => a.Bits > b.Bits ? a : b;

    [MethodImpl(Inline)]
    public static ExactCode IfLess(ExactCode a, ExactCode b, ExactCode yes, ExactCode no) =>
        a.Bits < b.Bits ? yes : no;

    [MethodImpl(Inline)]
    public static ExactCode Middle(ExactCode low, ExactCode high) =>
        new(high.Bits - ((high.Bits - low.Bits) >> 1));

    [MethodImpl(Inline)]
    public static bool AnyLess(ExactCode a, ExactCode b) => a.Bits < b.Bits;

    public static int Columns => 1;

    [MethodImpl(Inline)]
    public static ExactCode Load(uint* at) => new(*at);

    [MethodImpl(Inline)]
    public static void Store(ExactCode a, uint* at) => *at = a.Bits;
}
