namespace Simulator.Scenarios.Files;

/// <summary>Collects the mistakes of one scenario, so that all are shown at once.</summary>
internal sealed class Problems
{
    private readonly List<ScenarioProblem> _found = [];

    /// <summary>Number of mistakes so far.</summary>
    public int Count => _found.Count;

    /// <summary>The mistakes so far, in the order in which they were found.</summary>
    public IReadOnlyList<ScenarioProblem> All => _found;

    /// <summary>The keys that were complained about so far.</summary>
    public IReadOnlyList<string> Paths => [.. _found.Select(p => p.Path)];

    /// <summary>Notes a mistake and lets reading go on.</summary>
    public void Add(Place place, string path, string message) =>
        _found.Add(new(place.File, place.Line, place.Column, path, message));

    /// <summary>Notes a mistake after which reading makes no sense, and returns what to throw.</summary>
    public ScenarioException Fatal(Place place, string path, string message)
    {
        Add(place, path, message);
        return ToException();
    }

    /// <summary>Ends the loading when there was a mistake.</summary>
    /// <exception cref="ScenarioException">There was at least one.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw ToException();
        }
    }

    private ScenarioException ToException()
    {
        var files = _found.Select(p => p.File).Distinct().ToList();
        return new(
            _found.Distinct().OrderBy(p => files.IndexOf(p.File)).ThenBy(p => p.Line).ThenBy(p => p.Column)
        );
    }
}
