using Simulator.Core.Agents;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Validators that are made alike.</summary>
/// <param name="Name">Name of the group as tables show it; with a number it also names the random streams of its members.</param>
/// <param name="Count">How many there are; in [0, 1,000,000].</param>
/// <param name="Recipe">Makes one; the stream is its own, so a recipe is called once per validator and run.</param>
/// <exception cref="ArgumentNullException">There is no name or no recipe.</exception>
public sealed record ValidatorGroup(string Name, int Count, Func<Rng, IValidator> Recipe)
{
    /// <summary>Name of the group as tables show it.</summary>
    public string Name { get; init; } = Name ?? throw new ArgumentNullException(nameof(Name));

    /// <summary>Makes one.</summary>
    public Func<Rng, IValidator> Recipe { get; init; } =
        Recipe ?? throw new ArgumentNullException(nameof(Recipe));

    /// <summary>Whose they are: groups with the same owner share a coldkey, and the word <c>owner</c> means the subnet's owner; null gives each its own coldkey.</summary>
    public string? Owner { get; init; }

    /// <summary>Alpha that each has staked on the subnet from the start.</summary>
    public Alpha Stake { get; init; }

    /// <summary>TAO that each has staked on root; it counts by the weight of root TAO.</summary>
    public Tao RootStake { get; init; }

    /// <summary>Free TAO of each.</summary>
    public Tao Balance { get; init; }

    /// <summary>Share of each epoch's income that is sold, in [0, 1].</summary>
    public double Sell { get; init; }

    /// <summary>How much each asks, and how exactly it scores.</summary>
    public ScoringPlan Scoring { get; init; } = new();
}
