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

    /// <summary>Whether everything is really asked.</summary>
    public bool IsFull => Sampled == 1;

    /// <summary>What outputs call it, such as <c>full</c> or <c>sampled: one round in 5 is real</c>.</summary>
    public string Title =>
        IsFull
            ? "full"
            : string.Create(CultureInfo.InvariantCulture, $"sampled: one round in {Sampled} is real");

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
    }
}
