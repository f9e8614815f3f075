using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Engine;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>prices</c>.</summary>
[Description("Prices that never move.")]
internal sealed record PriceSection
{
    private static readonly PricePlan Default = new();

    [Description("What one alpha sells for; nothing can be sold for 0 TAO.")]
    public Tao Alpha { get; init; } = Default.AlphaInTao;

    [Description("What one TAO is worth: incomes and costs are compared in USD."), Unit("USD")]
    public decimal Tao { get; init; } = Default.TaoInUsd;

    [Description("What energy costs miners on named hardware."), Unit("USD/kWh"), Range(0.0, 1_000.0)]
    public decimal Energy { get; init; } = 0.15m;

    [
        Description("What all training data cost; a share of them costs firms that share of the price."),
        Unit("USD")
    ]
    public decimal Data { get; init; }

    /// <summary>The plan that it describes.</summary>
    public PricePlan ToPlan() => new() { AlphaInTao = Alpha, TaoInUsd = Tao };
}
