using Simulator.Core.Agents.Validators;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Catalogs;

/// <summary>The strategies of validators.</summary>
internal static class ValidatorCatalog
{
    private static readonly string[] ScoringKeys =
    [
        "memory",
        WeightKeys.Chooser,
        "sharpness",
        "temperature",
        "top",
        "questions",
        "budget",
        "sample_noise",
        "spot_checks",
        "question_cost",
    ];

    /// <summary>All of them; the first is the default.</summary>
    public static ValidatorEntry[] All { get; } =
    [
        new(
            "honest",
            "Scores answers and weighs miners by a moving average of their scores.",
            (task, group) => new HonestValidator(task, group.Memory, group.ToMap())
        )
        {
            Keys = ScoringKeys,
        },
        new(
            "weight-copier",
            "Scores nothing and publishes the consensus of the weights that it can see.",
            (_, _) => new WeightCopier()
        ),
        new(
            "cabal",
            "Scores like an honest one, but gives miners of its own coldkey the full weight.",
            (task, group) => new CabalValidator(task, group.Memory, group.ToMap())
        )
        {
            Keys = ScoringKeys,
        },
        new("absentee", "Holds stake and slot, and never votes.", (_, _) => new AbsenteeValidator()),
    ];
}
