using Simulator.Core.Agents;

namespace Simulator.Scenarios;

/// <summary>A kind of machine that every scenario may name.</summary>
public sealed record HardwareEntry : CatalogEntry
{
    internal HardwareEntry(HardwareProfile profile, string meaning)
        : base(profile.Name, meaning) => Profile = profile;

    /// <summary>What it can do, and what it costs.</summary>
    public HardwareProfile Profile { get; }
}
