using System.Runtime.CompilerServices;

namespace Simulator.Core.Numerics.Reals;

/// <summary>One word.</summary>
/// <remarks>Unchecked: the product of two halves has 64 bits.</remarks>
internal readonly struct Word(ulong bits) : IWord<Word>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly ulong Bits = bits;

    [MethodImpl(Inline)]
    public static Word FromBits(ulong bits) => new(bits);

    [MethodImpl(Inline)]
    public static Word operator ^(Word a, Word b) => new(a.Bits ^ b.Bits);

    [MethodImpl(Inline)]
    public static Word Product(Word a, Word b) => new(unchecked((ulong)(uint)a.Bits * (uint)b.Bits));

    [MethodImpl(Inline)]
    public static Word High(Word a) => new(a.Bits >> 32);

    [MethodImpl(Inline)]
    public static Word Low(Word a) => new(unchecked((uint)a.Bits));
}
