using Simulator.Core.Agents;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>A strategy of miners.</summary>
public sealed record MinerEntry : CatalogEntry
{
    internal MinerEntry(string name, string meaning, Func<MinerTraits, IMiner> make)
        : base(name, meaning) => Make = make;

    /// <summary>Whether it trains a model of its own.</summary>
    internal bool HasModel => Keys.Contains("model");

    /// <summary>Whether it is told apart from others only by what it does with its owner's other slots.</summary>
    internal bool NeedsOwner { get; init; }

    /// <summary>Keys of a group that it reads and not every strategy does.</summary>
    internal IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Makes one.</summary>
    internal Func<MinerTraits, IMiner> Make { get; }
}
