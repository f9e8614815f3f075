namespace Simulator.Scenarios.Files;

/// <summary>Lays one tree over another: maps merge by key, anything else replaces, an empty value removes.</summary>
internal static class NodeMerge
{
    /// <summary>The lower map with the upper one laid over it.</summary>
    /// <remarks>An empty value that has nothing below it stays: whoever binds it complains.</remarks>
    public static MapNode Over(MapNode lower, MapNode upper)
    {
        var entries = new List<MapEntry>();
        foreach (var entry in lower.Entries)
        {
            switch (upper.Find(entry.Key))
            {
                case null:
                    entries.Add(entry);
                    break;
                case { Value: ScalarNode { IsNull: true } }:
                    break;
                case { Value: MapNode above } over when entry.Value is MapNode below:
                    entries.Add(over with { Value = Over(below, above) });
                    break;
                case var over:
                    entries.Add(over);
                    break;
            }
        }
        entries.AddRange(upper.Entries.Where(e => lower.Find(e.Key) is null));
        return new(upper.Place, entries);
    }
}
