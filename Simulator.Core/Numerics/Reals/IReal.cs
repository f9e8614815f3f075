namespace Simulator.Core.Numerics.Reals;

/// <summary>One double per column: one column (scalar, a device's thread) or several (SIMD).</summary>
/// <remarks>
/// Every operation is one that IEEE 754 rounds, or moves bits; no implementation fuses a product and a sum. So a rule
/// written against this interface gives the same bits in every implementation.
/// </remarks>
/// <typeparam name="R">The implementing type.</typeparam>
/// <typeparam name="W">Words of as many columns.</typeparam>
internal interface IReal<R, W>
    where R : struct, IReal<R, W>
    where W : struct, IWord<W>
{
    /// <summary>The same number in every column.</summary>
    static abstract R FromReal(double value);

    /// <summary>The low half of a word as a number.</summary>
    static abstract R FromWord(W word);

    static abstract R operator +(R a, R b);

    static abstract R operator -(R a, R b);

    static abstract R operator *(R a, R b);

    static abstract R operator /(R a, R b);

    static abstract R Sqrt(R a);

    /// <summary>a &lt; b ? yes : no, column by column.</summary>
    static abstract R IfLess(R a, R b, R yes, R no);

    /// <summary>a &lt; b ? yes : no, column by column, for unsigned words.</summary>
    static abstract R IfBelow(W a, W b, R yes, R no);

    /// <summary>Whether a &lt; b in every column.</summary>
    static abstract bool AllLess(R a, R b);

    /// <summary>The integer next to a in the direction of 0, for |a| below 2^31.</summary>
    static abstract R Truncate(R a);

    /// <summary>The nearest integer, the even one of two, for 0 ≤ a &lt; 2^51.</summary>
    static abstract R Nearest(R a);

    /// <summary>2^k, for whole k in [−1022, 1023].</summary>
    static abstract R PowerOfTwo(R k);

    /// <summary>The k of a = 2^k · f with f in [1, 2), for normal a above 0.</summary>
    static abstract R Exponent(R a);

    /// <summary>The f of a = 2^k · f with f in [1, 2), for normal a above 0.</summary>
    static abstract R Fraction(R a);
}
