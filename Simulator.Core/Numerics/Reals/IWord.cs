namespace Simulator.Core.Numerics.Reals;

/// <summary>One 64-bit word per column: counters of random numbers, blocks, and the bits of masks.</summary>
internal interface IWord<W>
    where W : struct, IWord<W>
{
    /// <summary>The same word in every column.</summary>
    static abstract W FromBits(ulong bits);

    static abstract W operator ^(W a, W b);

    /// <summary>The product of the low halves, all 64 bits of it.</summary>
    static abstract W Product(W a, W b);

    /// <summary>The high half, moved down.</summary>
    static abstract W High(W a);

    /// <summary>The low half alone.</summary>
    static abstract W Low(W a);
}
