using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Prices that the description fixes, until pools make them.</summary>
public sealed record PricePlan
{
    /// <summary>What one alpha sells for, in TAO; nothing can be sold for 0.</summary>
    public Tao AlphaInTao { get; init; } = Tao.Of(0.02m);

    /// <summary>What one TAO is worth in US dollars, in which incomes and costs are compared.</summary>
    public decimal TaoInUsd { get; init; } = 400;
}
