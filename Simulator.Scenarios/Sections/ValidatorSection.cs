using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>An entry of <c>validators</c>.</summary>
[Description("Validators that are made alike.")]
internal sealed record ValidatorSection
{
    [Description("Name of the group as tables show it."), Name]
    public required string Name { get; init; }

    [Description("How many there are.")]
    public int Count { get; init; } = 1;

    [Description("What they do."), Kind(typeof(SectionKinds), nameof(SectionKinds.ValidatorStrategy))]
    public ValidatorEntry Strategy { get; init; } = Catalog.ValidatorStrategies[0];

    [
        Description("Alpha that each has staked on the subnet from the start."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.ValidatorStake))
    ]
    public Alpha Stake { get; init; }

    [Description("TAO that each has staked on root; it counts by tao_weight.")]
    public Tao RootStake { get; init; }

    [Description("Share of its old opinion that each round of questions keeps."), Range(0.0, 0.999999)]
    public double Memory { get; init; } = 0.9;

    [Description("What makes weights of the scores that it remembers.")]
    public WeightRule Weights { get; init; }

    [
        Description("Power to which a miner's skill is raised: the higher, the more the best are preferred."),
        Range(1, 16)
    ]
    public int Sharpness { get; init; } = 3;

    [Description("Softmax: how far scores lie apart whose weights do by a factor e."), Range(0.0001, 1000.0)]
    public double Temperature { get; init; } = 0.1;

    [Description("How many of the best miners get weight (top-k and ranks)."), Range(1, 4096)]
    public int Top { get; init; } = 10;

    [Description("Questions to each miner in one round; as in queries where it says nothing.")]
    public int? Questions { get; init; }

    [Description(
        "Questions to all miners together that each may put in one tempo; no limit where it says nothing."
    )]
    public long? Budget { get; init; }

    [Description("Standard deviation of what its scoring adds to each score of a round, 0 to 1.")]
    public double SampleNoise { get; init; }

    [Description("Share of its rounds in which it looks for relayed answers, 0 to 1.")]
    public double SpotChecks { get; init; }

    [Description("What it costs to ask one question and to score the answer."), Unit("USD")]
    public decimal QuestionCost { get; init; }

    [Description("Free TAO of each.")]
    public Tao Balance { get; init; }

    [
        Description(
            "Groups with one owner share a coldkey; 'owner' is the subnet's owner. Without it each has a coldkey of its own."
        ),
        Name
    ]
    public string? Owner { get; init; }

    [Description("Share of each epoch's income that is sold, 0 to 1.")]
    public double Sell { get; init; }

    /// <summary>What makes weights of scores.</summary>
    public WeightMap ToMap() =>
        Weights switch
        {
            WeightRule.Linear => WeightMap.Linear,
            WeightRule.Softmax => WeightMap.Softmax(Temperature),
            WeightRule.WinnerTakesAll => WeightMap.WinnerTakesAll,
            WeightRule.TopK => WeightMap.TopK(Top),
            WeightRule.Ranks => WeightMap.Ranks(Top),
            _ => WeightMap.Power(Sharpness),
        };

    /// <summary>How much each asks, and how exactly it scores.</summary>
    public ScoringPlan ToPlan() =>
        new()
        {
            Questions = Questions,
            Budget = Budget,
            SampleNoise = SampleNoise,
            SpotChecks = SpotChecks,
            QuestionCost = QuestionCost,
        };
}
