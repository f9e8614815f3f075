using Simulator.Core.Agents;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>A strategy of validators.</summary>
public sealed record ValidatorEntry : CatalogEntry
{
    internal ValidatorEntry(string name, string meaning, Func<ITask, ValidatorSection, IValidator> make)
        : base(name, meaning) => Make = make;

    /// <summary>Keys of a group that it reads and not every strategy does.</summary>
    internal IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Makes one.</summary>
    internal Func<ITask, ValidatorSection, IValidator> Make { get; }
}
