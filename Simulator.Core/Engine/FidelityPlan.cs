using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>How much of what miners answer is really asked.</summary>
public sealed record FidelityPlan
{
    /// <summary>Everything is really asked.</summary>
    public static FidelityPlan Full { get; } = new();

    /// <summary>Of how many rounds of a validator one is real, in [1, 1,000,000]; in the others it repeats what it last
    /// found. Likewise models are measured in one epoch of so many, and in the last one.</summary>
    public int Sampled { get; init; } = 1;

    /// <summary>Where the learning curves come from that stand in for models, such as the name of a file; null where models are
    /// trained.</summary>
    public string? Profile { get; init; }

    /// <summary>SHA-256 of the file of these curves, in hex; null where they come from none.</summary>
    public string? ProfileSha256 { get; init; }

    /// <summary>Whether everything is really asked.</summary>
    public bool IsFull => Sampled == 1 && Profile is null;

    /// <summary>What outputs call it, such as <c>full</c> or <c>sampled: one round in 5 is real</c>.</summary>
    public string Title =>
        IsFull ? "full"
        : Profile is null
            ? string.Create(CultureInfo.InvariantCulture, $"sampled: one round in {Sampled} is real")
        : $"profile: learning curves of {Profile}, no model was trained";

    /// <summary>Everything that is out of range.</summary>
    /// <param name="path">Where this stands in the description.</param>
    public IEnumerable<Problem> Problems(string path)
    {
        if (Sampled is < 1 or > PlanRules.MostEpochs)
        {
            yield return new(
                $"{path}.sampled",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Sampled} is outside 1 to {PlanRules.MostEpochs}"
                )
            );
        }
        if (Sampled > 1 && Profile is not null)
        {
            yield return new($"{path}.sampled", "stands beside 'profile'; a run has one of them");
        }
    }
}
