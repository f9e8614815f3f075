using System.Globalization;

namespace Simulator.Scenarios.Files;

/// <summary>Loads a scenario with everything it <c>extends</c>, and merges them into one tree.</summary>
internal sealed class Inheritance(Problems problems, NodeBudget budget)
{
    private const string Key = "extends";

    private readonly List<ScenarioSource> _line = [];
    private int _parents;

    /// <summary>The merged tree of a source; its own values lie over its parents', later parents over earlier ones.</summary>
    /// <exception cref="ScenarioException">A text cannot be read, or <c>extends</c> cannot be followed.</exception>
    public MapNode Load(ScenarioSource source)
    {
        _line.Add(source);
        var own = Parse(source);
        MapNode? merged = null;
        foreach (var (parent, place, path) in Parents(own, source))
        {
            var tree = Load(Checked(parent, place, path));
            merged = merged is null ? tree : NodeMerge.Over(merged, tree);
        }
        _line.RemoveAt(_line.Count - 1);
        own = new(own.Place, [.. own.Entries.Where(e => e.Key != Key)]);
        return merged is null ? own : NodeMerge.Over(merged, own);
    }

    private MapNode Parse(ScenarioSource source)
    {
        var text = source.Read(problems);
        var before = problems.Count;
        ScenarioText.FindTabs(text, source.Shown, problems);
        if (problems.Count > before)
        {
            problems.ThrowIfAny();
        }
        return NodeReader.Read(text, source.Shown, "", problems, budget) switch
        {
            MapNode map => map,
            null => throw problems.Fatal(
                Place.StartOf(source.Shown),
                "",
                "the file is empty; a scenario starts with 'schema: sim/v1'"
            ),
            var other => throw problems.Fatal(
                other.Place,
                "",
                $"a scenario is a map of keys such as 'name: …'; found {other.Kind}"
            ),
        };
    }

    private IEnumerable<(ScenarioSource Source, Place Place, string Path)> Parents(
        MapNode own,
        ScenarioSource child
    )
    {
        if (own.Find(Key)?.Value is not { } value)
        {
            yield break;
        }
        var items = value is ListNode list ? list.Items : [value];
        for (var i = 0; i < items.Count; i++)
        {
            var path = value is ListNode ? Show.Path(Key, i) : Key;
            if (items[i] is not ScalarNode { IsNull: false } word)
            {
                problems.Add(
                    items[i].Place,
                    path,
                    $"a library scenario or a path is expected; found {items[i].Kind}"
                );
            }
            else if (Parent(word.Text, child, items[i].Place, path) is { } parent)
            {
                yield return (parent, items[i].Place, path);
            }
        }
    }

    private ScenarioSource? Parent(string word, ScenarioSource child, Place place, string path)
    {
        if (ScenarioSource.Library(word) is not null || !ScenarioSource.IsPath(word))
        {
            var named = ScenarioSource.Library(word);
            if (named is null)
            {
                problems.Add(
                    place,
                    path,
                    $"the library has no {Show.Quoted(word)}, and a path ends with .yaml{NearNames.Hint(word, ScenarioSource.LibraryNames)}"
                );
            }
            return named;
        }
        if (child.File is null)
        {
            problems.Add(
                place,
                path,
                child.Text is null
                    ? "a library scenario extends library scenarios only"
                    : "a text without a file extends library scenarios only"
            );
            return null;
        }
        var folder = Path.GetDirectoryName(Path.GetFullPath(child.File))!;
        if (FolderGuard.Complaint(folder, word) is { } complaint)
        {
            problems.Add(place, path, $"{Show.Quoted(word)}: {complaint}");
            return null;
        }
        if (!File.Exists(Path.Combine(folder, word)))
        {
            problems.Add(place, path, $"{Show.Quoted(word)}: there is no such file beside this one");
            return null;
        }
        var shown = Path.GetDirectoryName(child.Shown) is { Length: > 0 } parent ? $"{parent}/{word}" : word;
        return new(shown, Path.Combine(folder, word));
    }

    private ScenarioSource Checked(ScenarioSource parent, Place place, string path)
    {
        var start = _line.FindIndex(s => s.Identity == parent.Identity);
        if (start >= 0)
        {
            var circle = _line[start..].Append(parent).Select(s => s.Shown);
            throw problems.Fatal(place, path, $"a circle: {string.Join(" extends ", circle)}");
        }
        if (_line.Count > FileLimits.Generations)
        {
            throw problems.Fatal(
                place,
                path,
                string.Create(CultureInfo.InvariantCulture, $"more than {FileLimits.Generations} generations")
            );
        }
        if (++_parents > FileLimits.Parents)
        {
            throw problems.Fatal(
                place,
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"more than {FileLimits.Parents} files in one scenario"
                )
            );
        }
        return parent;
    }
}
