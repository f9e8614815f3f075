using Simulator.Core.Agents.Policies;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>A policy by which firms train.</summary>
public sealed record PolicyEntry : CatalogEntry
{
    internal PolicyEntry(string name, string meaning, Func<MinerTraits, ITrainingPolicy> make)
        : base(name, meaning) => Make = make;

    /// <summary>Keys of a group that it reads and not every policy does.</summary>
    internal IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Makes one.</summary>
    internal Func<MinerTraits, ITrainingPolicy> Make { get; }
}
