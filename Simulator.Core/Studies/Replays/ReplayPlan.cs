using System.Collections.Immutable;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Replays;

/// <summary>The description of a replay: variants that are run side by side on the same subnet.</summary>
public sealed record ReplayPlan
{
    private const int MostVariants = 64;
    private const long MostRows = 20_000_000;

    /// <summary>The variants, in the order of tables and charts; at least one.</summary>
    public required ImmutableArray<ReplayVariant> Variants { get; init; }

    /// <summary>The series of the first variant, whose names, stakes and shape hold for all.</summary>
    public ReplaySeries Series => Variants[0].Series;

    /// <summary>Epochs of each variant.</summary>
    public int Epochs => Series.Epochs.Length;

    /// <summary>Every mistake of the plan.</summary>
    /// <param name="path">Where the plan stands.</param>
    public IEnumerable<Problem> Problems(string path = "replay")
    {
        if (Variants.IsDefaultOrEmpty || Variants.Length > MostVariants)
        {
            int found = Variants.IsDefault ? 0 : Variants.Length;
            return [new($"{path}.variants", $"has {found} variants; give 1 to {MostVariants}")];
        }
        Problem[] ofSeries =
        [
            .. Variants.Select(v => v.Series).Distinct().SelectMany(series => series.Problems(path)),
        ];
        return ofSeries.Length > 0
            ? ofSeries.Distinct()
            :
            [
                .. OfSize(path),
                .. Variants.SelectMany((variant, i) => OfVariant($"{path}.variants[{i}]", variant, i)),
            ];
    }

    /// <summary>Refuses a plan with mistakes.</summary>
    /// <exception cref="PlanException">There are mistakes; all of them are listed.</exception>
    internal void Check()
    {
        Problem[] problems = [.. Problems()];
        if (problems.Length > 0)
        {
            throw new PlanException(problems);
        }
    }

    private IEnumerable<Problem> OfSize(string path)
    {
        long rows = (long)Variants.Length * Epochs * (Series.Validators.Length + Series.Miners.Length);
        if (rows > MostRows)
        {
            yield return new(
                path,
                $"asks for {rows} rows of results, and may ask for {MostRows}; take fewer variants or epochs"
            );
        }
    }

    private IEnumerable<Problem> OfVariant(string path, ReplayVariant variant, int index)
    {
        if (variant.Label.Length == 0)
        {
            yield return new($"{path}.label", "a variant needs a label");
        }
        if (Variants.Take(index).Any(other => other.Label == variant.Label))
        {
            yield return new(
                $"{path}.label",
                $"another variant is called '{variant.Label}' too; give each a label of its own"
            );
        }
        if (
            variant.Series.Epochs.Length != Epochs
            || !variant.Series.Validators.SequenceEqual(Series.Validators)
            || !variant.Series.Miners.SequenceEqual(Series.Miners)
        )
        {
            yield return new(path, "has other validators, miners or epochs than the first variant");
        }
        foreach (Problem refused in variant.Rule.Refuses(variant.Parameters, path))
        {
            yield return refused;
        }
        if (
            variant.Rule.Arithmetic == ReplayRule.Chain
            && !variant.Series.Epochs.All(epoch => ChainParameters.Holds(epoch, variant.Parameters))
        )
        {
            yield return new(path, "the stakes come to more rao than the chain can hold");
        }
    }
}
