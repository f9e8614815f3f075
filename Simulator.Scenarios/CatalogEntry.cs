namespace Simulator.Scenarios;

/// <summary>Something that scenarios name.</summary>
public abstract record CatalogEntry
{
    private protected CatalogEntry(string name, string meaning) => (Name, Meaning) = (name, meaning);

    /// <summary>The name as scenarios write it.</summary>
    public string Name { get; }

    /// <summary>What it is, in one sentence.</summary>
    public string Meaning { get; }
}
