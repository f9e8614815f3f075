using System.Collections.Immutable;
using System.Globalization;
using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>The description of a world: what a scenario file becomes, and what a notebook writes.</summary>
public sealed record WorldPlan
{
    /// <summary>What holds for all subnets.</summary>
    public GlobalParameters Network { get; init; } = new();

    /// <summary>The subnet's hyperparameters.</summary>
    public Hyperparameters Subnet { get; init; } = new();

    /// <summary>A rule of the chain's past that the subnet follows: approximate, no reference. Null for today's rules.</summary>
    public ApproximateRule? ApproximateRule { get; init; }

    /// <summary>What miners are asked; null where nobody asks.</summary>
    public ITask? Task { get; init; }

    /// <summary>When the world moves of which the task tells; null where it stays as it is.</summary>
    public DriftPlan? Drift { get; init; }

    /// <summary>How validators question miners.</summary>
    public QueryPlan Queries { get; init; } = new();

    /// <summary>How much of what miners answer is really asked.</summary>
    public FidelityPlan Fidelity { get; init; } = FidelityPlan.Full;

    /// <summary>How weights are hidden.</summary>
    public CommitPlan Commit { get; init; } = new();

    /// <summary>Fixed prices.</summary>
    public PricePlan Prices { get; init; } = new();

    /// <summary>Miners that hold a slot at the start, in order of their uids, after the validators.</summary>
    public ImmutableArray<MinerGroup> Miners
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Validators, in order of their uids.</summary>
    public ImmutableArray<ValidatorGroup> Validators
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Who comes later; null for nobody.</summary>
    public ArrivalPlan? Arrivals { get; init; }

    /// <summary>Epochs to run, in [1, 1,000,000].</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>The plan with one more group of miners.</summary>
    /// <param name="count">How many.</param>
    /// <param name="recipe">Makes one.</param>
    /// <param name="name">Name of the group; <c>miners-N</c> if none is given.</param>
    /// <exception cref="ArgumentNullException">There is no recipe.</exception>
    public WorldPlan WithMiners(int count, Func<Rng, IMiner> recipe, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return WithMiners(new MinerGroup(name ?? Numbered("miners", Miners.Length), count, recipe));
    }

    /// <summary>The plan with one more group of miners.</summary>
    /// <exception cref="ArgumentNullException">There is no group.</exception>
    public WorldPlan WithMiners(MinerGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return this with { Miners = Miners.Add(group) };
    }

    /// <summary>The plan with one more group of validators.</summary>
    /// <param name="count">How many.</param>
    /// <param name="recipe">Makes one.</param>
    /// <param name="stake">Alpha that each has staked.</param>
    /// <param name="name">Name of the group; <c>validators-N</c> if none is given.</param>
    /// <exception cref="ArgumentNullException">There is no recipe.</exception>
    public WorldPlan WithValidators(int count, Func<Rng, IValidator> recipe, Alpha stake, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return WithValidators(
            new ValidatorGroup(name ?? Numbered("validators", Validators.Length), count, recipe)
            {
                Stake = stake,
            }
        );
    }

    /// <summary>The plan with one more group of validators.</summary>
    /// <exception cref="ArgumentNullException">There is no group.</exception>
    public WorldPlan WithValidators(ValidatorGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return this with { Validators = Validators.Add(group) };
    }

    /// <summary>Every mistake; a plan without any can be run.</summary>
    /// <remarks>Paths are those of a scenario file: <c>subnet.kappa</c>, <c>miners[2].count</c>.</remarks>
    public IEnumerable<Problem> Problems() => PlanRules.Problems(this);

    private static string Numbered(string what, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{index + 1}");
}
