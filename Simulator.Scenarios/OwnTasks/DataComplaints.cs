using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>Collects the mistakes of one data file: the first few of a kind with their places, the rest as a number.</summary>
/// <param name="shown">The file as problems name it.</param>
/// <param name="key">The key that names it: what cannot be read is not judged a second time by rules of that key.</param>
internal sealed class DataComplaints(string shown, string key = "task")
{
    private const int ShownOfKind = 5;

    private readonly SortedDictionary<string, (int Count, Place Last)> _kinds = new(StringComparer.Ordinal);
    private readonly List<(Place Place, string Message)> _found = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _found.Count == 0;

    /// <summary>Notes a mistake and lets reading go on.</summary>
    /// <param name="kind">What it has in common with others, in the plural, such as <c>ragged rows</c>.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="message">What was found and what is allowed.</param>
    public void Add(string kind, int line, int column, string message)
    {
        int count = _kinds.GetValueOrDefault(kind).Count + 1;
        Place place = new(shown, line, column);
        _kinds[kind] = (count, place);
        if (count <= ShownOfKind)
        {
            _found.Add((place, message));
        }
    }

    /// <summary>Notes a mistake of the file as a whole.</summary>
    public void Add(string message) => Add(message, 1, 1, message);

    /// <summary>Hands all of them over.</summary>
    public void Tell(Problems problems)
    {
        foreach ((Place place, string message) in _found)
        {
            problems.Add(place, key, message);
        }
        foreach ((string kind, (int count, Place last)) in _kinds.Where(k => k.Value.Count > ShownOfKind))
        {
            problems.Add(
                last,
                key,
                string.Create(CultureInfo.InvariantCulture, $"and {count - ShownOfKind} more {kind}")
            );
        }
    }
}
