namespace Simulator.Scenarios.Files;

/// <summary>A map from keys to values, in the order of the file.</summary>
internal sealed class MapNode : Node
{
    private readonly Dictionary<string, MapEntry> _byKey;

    /// <summary>A map of the given entries.</summary>
    /// <param name="place">Where it starts.</param>
    /// <param name="entries">The entries, each key once.</param>
    public MapNode(Place place, IReadOnlyList<MapEntry> entries)
        : base(place, 1 + entries.Sum(e => e.Value.Size))
    {
        Entries = entries;
        _byKey = entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
    }

    /// <summary>The entries, in the order of the file.</summary>
    public IReadOnlyList<MapEntry> Entries { get; }

    /// <inheritdoc/>
    public override string Kind => "a map";

    /// <summary>The entry of a key, or nothing.</summary>
    public MapEntry? Find(string key) => _byKey.GetValueOrDefault(key);
}
