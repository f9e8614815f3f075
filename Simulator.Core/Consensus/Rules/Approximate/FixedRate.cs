namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>All bonds move by a tenth.</summary>
/// <remarks>Source: spec §9.1, yuma1.</remarks>
internal sealed class FixedRate : IApproximateRates
{
    private const double Rate = 0.1;

    /// <inheritdoc/>
    public void Set(ReadOnlySpan<double> consensus, Span<double> rates) => rates.Fill(Rate);
}
