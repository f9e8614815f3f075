using System.Globalization;
using Simulator.Core.Studies;

namespace Simulator.Scenarios.Studies;

/// <summary>A published utility that a retention map must reproduce.</summary>
/// <param name="HonestStake">Share of stake that the honest side has.</param>
/// <param name="Utility">Utility that it needs, as published.</param>
/// <param name="Within">How far the mean over the draws may lie from it.</param>
public sealed record PublishedUtility(double HonestStake, double Utility, double Within)
{
    /// <summary>Whether a mean lies near enough.</summary>
    public bool IsMetBy(MeanInterval found) => Math.Abs(found.Mean - Utility) <= Within;

    /// <summary>What is expected, as people read it.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"needed_utility at stake {HonestStake} within {Within} of the published {Utility}"
        );
}
