using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.Scenarios.Files;

/// <summary>Builds the tree of one text from the parser's events. The parser's own loader recurses without a limit and
/// expands aliases without a count, so it is not used.</summary>
internal sealed class NodeReader
{
    private readonly string? _file;
    private readonly Problems _problems;
    private readonly NodeBudget _budget;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<(Place Start, bool IsList, bool IsFlow)> _open = new();
    private readonly HashSet<string> _unfinished = new(StringComparer.Ordinal);
    private Place _last;

    private NodeReader(string text, string? file, Problems problems, NodeBudget budget)
    {
        (_file, _problems, _budget) = (file, problems, budget);
        _last = _file is null ? Place.CommandLine : Place.StartOf(_file);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The tree of a text.</summary>
    /// <param name="text">YAML text.</param>
    /// <param name="file">The file's name in messages; nothing for the command line.</param>
    /// <param name="path">Where the tree will stand, for messages.</param>
    /// <param name="problems">Takes the mistakes found.</param>
    /// <param name="budget">Counts the values read.</param>
    /// <returns>The tree, or nothing for a text without a value.</returns>
    /// <exception cref="ScenarioException">The text is not YAML within the limits.</exception>
    public static Node? Read(string text, string? file, string path, Problems problems, NodeBudget budget) =>
        new NodeReader(text, file, problems, budget).Document(path);

    private Node? Document(string path)
    {
        Next(path);
        if (Next(path) is StreamEnd)
        {
            return null;
        }
        var root = Value(Next(path), path);
        Next(path);
        if (Next(path) is DocumentStart second)
        {
            _problems.Add(PlaceOf(second), path, "a second document starts here; a scenario is one document");
        }
        return root;
    }

    private Node Value(ParsingEvent e, string path)
    {
        var place = PlaceOf(e);
        if (e is AnchorAlias alias)
        {
            return Aliased(alias.Value.Value, place, path);
        }
        if (e is not NodeEvent node)
        {
            throw Unparsable(null, path);
        }
        if (!node.Tag.IsEmpty)
        {
            _problems.Add(place, path, $"the tag {Show.Quoted(node.Tag.Value)} has no use here; remove it");
        }
        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        if (anchor is not null)
        {
            _anchors.Remove(anchor);
            _unfinished.Add(anchor);
        }
        _budget.Spend(1, place, path, _problems);
        Node value = e switch
        {
            MappingStart m => Map(m, place, path),
            SequenceStart s => List(s, place, path),
            _ => new ScalarNode(place, ((Scalar)e).Value, ((Scalar)e).Style == ScalarStyle.Plain),
        };
        if (anchor is not null)
        {
            _unfinished.Remove(anchor);
            _anchors[anchor] = value;
        }
        return value;
    }

    private Node Aliased(string anchor, Place place, string path)
    {
        if (_anchors.TryGetValue(anchor, out var value))
        {
            _budget.Spend(value.Size, place, path, _problems);
            return value;
        }
        _problems.Add(
            place,
            path,
            _unfinished.Contains(anchor)
                ? $"the alias {Show.Quoted("*" + anchor)} stands inside its own anchor"
                : $"no anchor {Show.Quoted("&" + anchor)} stands above this alias{NearNames.Hint("*" + anchor, _anchors.Keys.Select(k => "*" + k))}"
        );
        return new UnreadNode(place);
    }

    private ListNode List(SequenceStart start, Place place, string path)
    {
        Open(place, isList: true, start.Style == SequenceStyle.Flow, path);
        var items = new List<Node>();
        for (var e = Next(path); e is not SequenceEnd; e = Next(path))
        {
            items.Add(Value(e, Show.Path(path, items.Count)));
        }
        _open.Pop();
        return new(place, items);
    }

    private MapNode Map(MappingStart start, Place place, string path)
    {
        Open(place, isList: false, start.Style == MappingStyle.Flow, path);
        var entries = new List<MapEntry>();
        var first = new Dictionary<string, Place>(StringComparer.Ordinal);
        MapEntry? merge = null;
        for (var e = Next(path); e is not MappingEnd; e = Next(path))
        {
            var keyPlace = PlaceOf(e);
            var key = Key(e, path);
            var value = Value(Next(path), key is null ? path : Show.Path(path, key));
            if (key is null)
            {
                continue;
            }
            if (!first.TryAdd(key, keyPlace))
            {
                _problems.Add(
                    keyPlace,
                    Show.Path(path, key),
                    _file is null
                        ? "this key stands twice"
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"this key stands twice; first in line {first[key].Line}"
                        )
                );
            }
            else if (key == "<<")
            {
                merge = new(key, keyPlace, value);
            }
            else
            {
                entries.Add(new(key, keyPlace, value));
            }
        }
        _open.Pop();
        if (merge is not null)
        {
            AddMerged(merge, entries, first, path);
        }
        return new(place, entries);
    }

    // YAML's merge key: own keys win, then earlier maps of the list.
    private void AddMerged(
        MapEntry merge,
        List<MapEntry> entries,
        Dictionary<string, Place> taken,
        string path
    )
    {
        foreach (var source in merge.Value is ListNode list ? list.Items : [merge.Value])
        {
            if (source is MapNode map)
            {
                entries.AddRange(map.Entries.Where(e => taken.TryAdd(e.Key, e.Place)));
            }
            else if (source is not UnreadNode)
            {
                _problems.Add(
                    merge.Place,
                    Show.Path(path, merge.Key),
                    $"'<<' takes the alias of a map or a list of such; found {source.Kind}"
                );
            }
        }
    }

    private string? Key(ParsingEvent e, string path)
    {
        var place = PlaceOf(e);
        switch (Value(e, path))
        {
            case ScalarNode { Text.Length: 0 } or ScalarNode { IsNull: true }:
                _problems.Add(place, path, "a key is missing before this ':'");
                return null;
            case ScalarNode { Text.Length: > FileLimits.KeyLength } key:
                _problems.Add(
                    place,
                    path,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a key of {key.Text.Length} characters; at most {FileLimits.KeyLength} are allowed"
                    )
                );
                return null;
            case ScalarNode key:
                return key.Text;
            case UnreadNode:
                return null;
            case var other:
                _problems.Add(place, path, $"a key must be a single word; found {other.Kind}");
                return null;
        }
    }

    private void Open(Place place, bool isList, bool isFlow, string path)
    {
        if (_open.Count == FileLimits.Nesting)
        {
            throw _problems.Fatal(
                place,
                Show.Bare(path),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"more than {FileLimits.Nesting} levels of lists and maps"
                )
            );
        }
        _open.Push((place, isList, isFlow));
    }

    private ParsingEvent Next(string path)
    {
        try
        {
            while (_parser.MoveNext())
            {
                if (_parser.Current is { } e and not Comment)
                {
                    _last = PlaceOf(e);
                    return e;
                }
            }
            throw new YamlException("Unexpected end.");
        }
        catch (YamlException e)
        {
            throw Unparsable(e, path);
        }
        // The parser answers some unclosed brackets and bad escapes with these instead of its own exception.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw Unparsable(null, path);
        }
    }

    private ScenarioException Unparsable(YamlException? e, string path)
    {
        if (_open.TryPeek(out var inner) && inner.IsFlow && (e is null || YamlMessages.MayBeUnclosed(e)))
        {
            return _problems.Fatal(
                inner.Start,
                path,
                inner.IsList
                    ? "this '[' is not closed, or a ',' is missing"
                    : "this '{' is not closed, or a ',' or ':' is missing"
            );
        }
        if (e is null)
        {
            return _problems.Fatal(
                _last,
                path,
                "what follows here is not YAML; is a '[' or '{' above not closed?"
            );
        }
        var (mark, message) = YamlMessages.Translate(e);
        var place = _file is null ? _last : new Place(_file, (int)mark.Line, (int)mark.Column);
        return _problems.Fatal(place, _file is null ? path : "", message);
    }

    private Place PlaceOf(ParsingEvent e) =>
        _file is null ? Place.CommandLine : new(_file, (int)e.Start.Line, (int)e.Start.Column);
}
