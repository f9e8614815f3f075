using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>An amount of TAO, counted in rao: 1 TAO = 10⁹ rao. The default is nothing.</summary>
/// <param name="Rao">The amount in rao.</param>
public readonly record struct Tao(ulong Rao) : IComparable<Tao>
{
    /// <summary>Rao in one TAO.</summary>
    public const ulong RaoPerTao = 1_000_000_000;

    /// <summary>Nothing.</summary>
    public static Tao Zero => default;

    /// <summary>A whole or decimal number of TAO, cut to whole rao.</summary>
    /// <param name="tao">The amount in TAO, not negative.</param>
    /// <exception cref="OverflowException"><paramref name="tao"/> is negative or above 2⁶⁴ rao.</exception>
    public static Tao Of(decimal tao) => new((ulong)decimal.Floor(tao * RaoPerTao));

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="OverflowException">The sum is above 2⁶⁴ rao.</exception>
    public static Tao operator +(Tao a, Tao b) => new(a.Rao + b.Rao);

    /// <summary>The first amount less the second.</summary>
    /// <exception cref="OverflowException"><paramref name="b"/> is the larger one.</exception>
    public static Tao operator -(Tao a, Tao b) => new(a.Rao - b.Rao);

    /// <summary>Whether the first amount is the smaller one.</summary>
    public static bool operator <(Tao a, Tao b) => a.Rao < b.Rao;

    /// <summary>Whether the first amount is the larger one.</summary>
    public static bool operator >(Tao a, Tao b) => a.Rao > b.Rao;

    /// <summary>Whether the first amount is not the larger one.</summary>
    public static bool operator <=(Tao a, Tao b) => a.Rao <= b.Rao;

    /// <summary>Whether the first amount is not the smaller one.</summary>
    public static bool operator >=(Tao a, Tao b) => a.Rao >= b.Rao;

    /// <summary>The sum, or the largest amount where it would overflow, as the chain's saturating_add.</summary>
    public Tao SaturatingAdd(Tao other) =>
        new(ulong.MaxValue - Rao < other.Rao ? ulong.MaxValue : Rao + other.Rao);

    /// <summary>The difference, or nothing where it would be negative, as the chain's saturating_sub.</summary>
    public Tao SaturatingSub(Tao other) => new(Rao < other.Rao ? 0 : Rao - other.Rao);

    /// <summary>The amount in TAO, for statistics and pages.</summary>
    public double ToDouble() => Rao / (double)RaoPerTao;

    /// <inheritdoc/>
    public int CompareTo(Tao other) => Rao.CompareTo(other.Rao);

    /// <summary>The exact amount with its unit, such as <c>1.5 TAO</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(decimal)Rao / RaoPerTao:0.#########} TAO");
}
