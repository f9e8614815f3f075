namespace Simulator.Core.Numerics.Lanes;

/// <summary>One unsigned 32-bit code per column: weights and stake shares as the median sees them.</summary>
internal interface ICode<U>
    where U : struct, ICode<U>
{
    static abstract U FromBits(uint bits);

    static abstract U operator +(U a, U b);

    static abstract U Min(U a, U b);
    static abstract U Max(U a, U b);

    /// <summary>a &lt; b ? yes : no, column by column (unsigned).</summary>
    static abstract U IfLess(U a, U b, U yes, U no);

    /// <summary>The midpoint of low and high, rounded up; high − low may be all of 32 bits, so no "+ 1".</summary>
    static abstract U Middle(U low, U high);

    /// <summary>Whether a &lt; b in any column.</summary>
    static abstract bool AnyLess(U a, U b);
}
