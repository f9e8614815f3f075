using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>An amount of one subnet's token, counted in rao-alpha: 1 alpha = 10⁹. The default is nothing.</summary>
/// <param name="Rao">The amount in rao.</param>
public readonly record struct Alpha(ulong Rao) : IComparable<Alpha>
{
    /// <summary>Rao in one alpha.</summary>
    public const ulong RaoPerAlpha = 1_000_000_000;

    /// <summary>Nothing.</summary>
    public static Alpha Zero => default;

    /// <summary>A whole or decimal number of alpha, cut to whole rao.</summary>
    /// <param name="alpha">The amount in alpha, not negative.</param>
    /// <exception cref="OverflowException"><paramref name="alpha"/> is negative or above 2⁶⁴ rao.</exception>
    public static Alpha Of(decimal alpha) => new((ulong)decimal.Floor(alpha * RaoPerAlpha));

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="OverflowException">The sum is above 2⁶⁴ rao.</exception>
    public static Alpha operator +(Alpha a, Alpha b) => new(a.Rao + b.Rao);

    /// <summary>The first amount less the second.</summary>
    /// <exception cref="OverflowException"><paramref name="b"/> is the larger one.</exception>
    public static Alpha operator -(Alpha a, Alpha b) => new(a.Rao - b.Rao);

    /// <summary>Whether the first amount is the smaller one.</summary>
    public static bool operator <(Alpha a, Alpha b) => a.Rao < b.Rao;

    /// <summary>Whether the first amount is the larger one.</summary>
    public static bool operator >(Alpha a, Alpha b) => a.Rao > b.Rao;

    /// <summary>Whether the first amount is not the larger one.</summary>
    public static bool operator <=(Alpha a, Alpha b) => a.Rao <= b.Rao;

    /// <summary>Whether the first amount is not the smaller one.</summary>
    public static bool operator >=(Alpha a, Alpha b) => a.Rao >= b.Rao;

    /// <summary>The sum, or the largest amount where it would overflow, as the chain's saturating_add.</summary>
    public Alpha SaturatingAdd(Alpha other) =>
        new(ulong.MaxValue - Rao < other.Rao ? ulong.MaxValue : Rao + other.Rao);

    /// <summary>The difference, or nothing where it would be negative, as the chain's saturating_sub.</summary>
    public Alpha SaturatingSub(Alpha other) => new(Rao < other.Rao ? 0 : Rao - other.Rao);

    /// <summary>The amount in alpha, for statistics and pages.</summary>
    public double ToDouble() => Rao / (double)RaoPerAlpha;

    /// <inheritdoc/>
    public int CompareTo(Alpha other) => Rao.CompareTo(other.Rao);

    /// <summary>The exact amount with its unit, such as <c>1.5 alpha</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(decimal)Rao / RaoPerAlpha:0.#########} alpha");
}
