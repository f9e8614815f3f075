using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>A model that miners may train.</summary>
public sealed record ModelEntry : CatalogEntry
{
    internal ModelEntry(string name, string meaning, Func<MinerTraits, Rng, IModel> make)
        : base(name, meaning) => Make = make;

    /// <summary>Keys of a group of miners that only such models read.</summary>
    internal IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether such a model learns from the task's own data, which a miner has a share of.</summary>
    internal bool ReadsData { get; init; } = true;

    /// <summary>Whether there are larger ones of its kind, as its keys say.</summary>
    internal bool CanGrow => Keys.Any(key => key is "hidden" or "order" or "memory");

    /// <summary>Makes an untrained one.</summary>
    internal Func<MinerTraits, Rng, IModel> Make { get; }
}
