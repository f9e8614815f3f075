using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
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

    [
        Description("Power to which a miner's skill is raised: the higher, the more the best are preferred."),
        Range(1, 16)
    ]
    public int Sharpness { get; init; } = 3;

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
}
