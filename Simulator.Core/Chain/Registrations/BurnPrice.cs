using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Registrations;

/// <summary>How the price of a registration falls with time and rises with every registration.</summary>
/// <remarks>Source: spec §5.2, §11.2.4. Factors have 32 fraction bits; every product is floored.</remarks>
public static class BurnPrice
{
    private const int FractionBits = 32;
    private const ulong One = 1UL << FractionBits;
    private const ulong Half = One / 2;

    /// <summary>The factor of one block: the largest one whose power over the half-life does not exceed one half.</summary>
    /// <param name="halfLife">Half-life; none gives a factor of one.</param>
    /// <returns>The factor times 2³².</returns>
    public static ulong DecayFactor(BlockSpan halfLife)
    {
        if (halfLife.Length == 0)
        {
            return One;
        }
        ulong low = 0,
            high = One;
        while (low + 1 < high)
        {
            ulong middle = low + (high - low) / 2;
            (low, high) = Power(middle, halfLife.Length) > Half ? (low, middle) : (middle, high);
        }
        return low;
    }

    /// <summary>The price after one block of decay, before it is clamped.</summary>
    /// <param name="price">Price before.</param>
    /// <param name="factor">Factor of one block, from <see cref="DecayFactor"/>.</param>
    public static Tao Decayed(Tao price, ulong factor) =>
        new((ulong)(((UInt128)price.Rao * factor) >> FractionBits));

    /// <summary>The price after a registration, before it is clamped; a factor below one counts as one.</summary>
    /// <param name="price">Price before.</param>
    /// <param name="multiplier">The subnet's burn_increase_mult.</param>
    public static Tao Bumped(Tao price, U64F64 multiplier) =>
        new(
            U64F64
                .FromInteger(price.Rao)
                .SaturatingMul(multiplier < U64F64.One ? U64F64.One : multiplier)
                .ToUInt64()
        );

    /// <summary>The price within the subnet's bounds.</summary>
    public static Tao Clamped(Tao price, Hyperparameters p) =>
        price < p.MinBurn ? p.MinBurn
        : price > p.MaxBurn ? p.MaxBurn
        : price;

    /// <summary>Square and multiply, lowest bit first.</summary>
    private static ulong Power(ulong factor, ulong exponent)
    {
        ulong power = One;
        while (true)
        {
            if ((exponent & 1) != 0)
            {
                power = Product(power, factor);
            }
            exponent >>= 1;
            if (exponent == 0)
            {
                return power;
            }
            factor = Product(factor, factor);
        }
    }

    private static ulong Product(ulong a, ulong b) => (ulong)(((UInt128)a * b) >> FractionBits);
}
