using System.Globalization;

namespace Simulator.Scenarios.Files;

/// <summary>Writes the values of <c>--set key=value</c> into a tree.</summary>
internal static class SetOverride
{
    /// <summary>The tree with one override applied; a mistake is noted and leaves the tree as it was.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="text">An override such as <c>miners[0].count=4</c>; an empty value removes the key.</param>
    /// <param name="problems">Takes the mistakes found.</param>
    /// <param name="budget">Counts the values read.</param>
    public static MapNode Apply(MapNode root, string text, Problems problems, NodeBudget budget)
    {
        var equals = text.IndexOf('=');
        if (equals < 0)
        {
            problems.Add(Place.CommandLine, "", $"{Show.Quoted(text)} has no '='; write key=value");
            return root;
        }
        var name = text[..equals].Trim();
        if (SetPath.Parse(name) is not { } path)
        {
            problems.Add(
                Place.CommandLine,
                "",
                $"{Show.Quoted(name)} is not a key; write such as miners[0].count"
            );
            return root;
        }
        var value =
            NodeReader.Read(text[(equals + 1)..], null, name, problems, budget)
            ?? new ScalarNode(Place.CommandLine, "", plain: true);
        return (MapNode?)Set(root, path, 0, value, name, problems) ?? root;
    }

    private static Node? Set(Node at, SetPath path, int depth, Node value, string name, Problems problems)
    {
        if (depth == path.Steps.Length)
        {
            return value;
        }
        return path.Steps[depth] is string key
            ? SetKey(at, key, path, depth, value, name, problems)
            : SetItem(at, (int)path.Steps[depth], path, depth, value, name, problems);
    }

    private static MapNode? SetKey(
        Node at,
        string key,
        SetPath path,
        int depth,
        Node value,
        string name,
        Problems problems
    )
    {
        if (at is not MapNode map)
        {
            problems.Add(Place.CommandLine, name, $"there is no map to hold '{key}'; found {at.Kind}");
            return null;
        }
        var old = map.Find(key)?.Value ?? new MapNode(Place.CommandLine, []);
        if (Set(old, path, depth + 1, value, name, problems) is not { } changed)
        {
            return null;
        }
        var entry = new MapEntry(key, Place.CommandLine, changed);
        var entries = map.Entries.Select(e => e.Key == key ? entry : e);
        if (map.Find(key) is null)
        {
            entries = entries.Append(entry);
        }
        else if (changed is ScalarNode { IsNull: true })
        {
            entries = entries.Where(e => e.Key != key);
        }
        return new(map.Place, [.. entries]);
    }

    private static ListNode? SetItem(
        Node at,
        int index,
        SetPath path,
        int depth,
        Node value,
        string name,
        Problems problems
    )
    {
        if (at is not ListNode list)
        {
            problems.Add(Place.CommandLine, name, $"there is no list to index; found {at.Kind}");
            return null;
        }
        if (index >= list.Items.Count)
        {
            problems.Add(
                Place.CommandLine,
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the list has {list.Items.Count} entries, counted from 0; there is no [{index}]"
                )
            );
            return null;
        }
        return Set(list.Items[index], path, depth + 1, value, name, problems) is { } changed
            ? new(list.Place, [.. list.Items.Select((item, i) => i == index ? changed : item)])
            : null;
    }
}
