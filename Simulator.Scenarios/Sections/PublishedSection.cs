using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Simulator.Scenarios.Sections;

/// <summary>An entry of <c>retention.published</c>.</summary>
[Description("A published utility that keeps a share of stake.")]
internal sealed record PublishedSection
{
    [Description("Share of stake that the honest side has; one of honest_stakes."), Range(0.0, 1.0)]
    public required double? Stake { get; init; }

    [Description("Utility that it needs, as published."), Range(0.0, 1.0)]
    public required double? Utility { get; init; }

    [Description("How far the mean over the draws may lie from it."), Range(0.0, 1.0)]
    public double Within { get; init; } = 0.015;
}
