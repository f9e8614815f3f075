namespace Simulator.Scenarios.Files;

/// <summary>Finds where in a file a path stands.</summary>
internal static class NodePath
{
    /// <summary>The place of the value at a path, or of the innermost section on the way that the file has.</summary>
    /// <param name="root">The file's tree.</param>
    /// <param name="path">A path such as <c>miners[2].count</c>; empty for the file as a whole.</param>
    public static Place PlaceOf(MapNode root, string path)
    {
        Node at = root;
        foreach (object step in SetPath.Parse(path)?.Steps ?? [])
        {
            Node? next = (at, step) switch
            {
                (MapNode map, string key) => map.Find(key)?.Value,
                (ListNode list, int index) => list.Items.ElementAtOrDefault(index),
                _ => null,
            };
            if (next is null)
            {
                break;
            }
            at = next;
        }
        return at.Place;
    }
}
