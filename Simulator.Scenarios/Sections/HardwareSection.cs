using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Agents;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>An entry of <c>hardware</c>.</summary>
[Description("A kind of machine that miners of this scenario may have.")]
internal sealed record HardwareSection
{
    private const double Tera = 1e12;
    private const double Giga = 1e9;
    private const double Gibi = 1L << 30;

    [Description("Name by which groups of miners refer to it."), Name]
    public required string Name { get; init; }

    [Description("Floating-point operations a second at most."), Unit("TFLOP/s"), Range(0.001, 1_000_000.0)]
    public decimal Speed { get; init; } = 100;

    [Description("Memory; a model that does not fit cannot be had."), Unit("GiB"), Range(0.001, 1_000_000.0)]
    public decimal Memory { get; init; } = 24;

    [
        Description("How fast it reads that memory; an answer reads the whole model."),
        Unit("GB/s"),
        Range(0.001, 1_000_000.0)
    ]
    public decimal Bandwidth { get; init; } = 1_000;

    [Description("Power while it works."), Unit("W"), Range(0.0, 1_000_000.0)]
    public decimal Power { get; init; } = 300;

    [Description("Price of an hour of work, without the energy."), Unit("USD/h"), Range(0.0, 1_000_000.0)]
    public decimal Price { get; init; }

    /// <summary>The profile that it describes.</summary>
    public HardwareProfile ToProfile() =>
        new(
            Name,
            (double)Speed * Tera,
            (double)Memory * Gibi,
            (double)Bandwidth * Giga,
            (double)Power,
            (double)Price
        );
}
