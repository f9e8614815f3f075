using System.ComponentModel;
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

    [Description("What one TAO is worth; for reports only."), Unit("USD")]
    public decimal Tao { get; init; } = Default.TaoInUsd;

    /// <summary>The plan that it describes.</summary>
    public PricePlan ToPlan() => new() { AlphaInTao = Alpha, TaoInUsd = Tao };
}
