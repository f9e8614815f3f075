using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Agents;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>scale</c>.</summary>
[Description("What the operations and bytes of the small models here stand for, on hardware that is named.")]
internal sealed record ScaleSection
{
    private const decimal Giga = 1e9m;
    private const decimal Kilo = 1e3m;
    private static readonly CostScale Default = new();

    [
        Description("Real operations for one operation of training."),
        Unit("GFLOP"),
        Range(0.000001, 1_000_000_000.0)
    ]
    public decimal Training { get; init; } = (decimal)Default.Training / Giga;

    [
        Description("Real operations for one operation of an answer."),
        Unit("GFLOP"),
        Range(0.000001, 1_000_000_000.0)
    ]
    public decimal Answering { get; init; } = (decimal)Default.Answering / Giga;

    [Description("Real bytes for one byte of a model."), Unit("kB"), Range(0.001, 1_000_000_000.0)]
    public decimal Memory { get; init; } = (decimal)Default.Memory / Kilo;

    [Description("Share of its highest speed that a machine reaches."), Range(0.001, 1.0)]
    public double Utilization { get; init; } = Default.Utilization;

    /// <summary>The scale that it describes.</summary>
    public CostScale ToScale() =>
        new()
        {
            Training = (double)(Training * Giga),
            Answering = (double)(Answering * Giga),
            Memory = (double)(Memory * Kilo),
            Utilization = Utilization,
        };
}
