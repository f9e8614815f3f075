namespace Simulator.Scenarios.Files;

/// <summary>Finds where in a file a path stands.</summary>
internal static class NodePath
{
    /// <summary>The place of the value at a path, or of the innermost section on the way that the file has.</summary>
    /// <param name="root">The file's tree.</param>
    /// <param name="path">A path such as <c>miners[2].count</c>; empty for the file as a whole.</param>
    public static Place PlaceOf(MapNode root, string path) => Walk(root, path).Last.Place;

    /// <summary>Whether the file itself has a value at a path.</summary>
    /// <param name="root">The file's tree.</param>
    /// <param name="path">A path such as <c>miners[2].count</c>.</param>
    public static bool Has(MapNode root, string path) => Walk(root, path).IsWhole;

    /// <summary>Goes along a path as far as the file does.</summary>
    private static (Node Last, bool IsWhole) Walk(MapNode root, string path)
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
                return (at, false);
            }
            at = next;
        }
        return (at, true);
    }
}
