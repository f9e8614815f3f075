using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.OwnTasks;

namespace Simulator.Scenarios.Profiles;

/// <summary>Reads a file of learning curves that a scenario names.</summary>
internal static class CurveReader
{
    // A curve is ten values; a file of the largest size has fewer than this.
    private const int MostValues = 1_000_000;

    private static readonly Shape Shape = Shape.Of(typeof(CurveFileSection));

    /// <summary>The curves of a file and its SHA-256; nothing after noting every mistake of it.</summary>
    /// <param name="word">The file as the scenario writes it.</param>
    /// <param name="key">The key that names it.</param>
    /// <param name="place">Where it is named.</param>
    /// <param name="scenario">The scenario's own source.</param>
    /// <param name="problems">Takes the mistakes.</param>
    public static (CurveBook Book, string Sha256)? Read(
        string word,
        string key,
        Place place,
        ScenarioSource scenario,
        Problems problems
    )
    {
        if (FileBeside.Find(word, place, scenario, out string complaint) is not { } found)
        {
            problems.Add(place, key, complaint);
            return null;
        }
        DataComplaints complaints = new(found.Shown, key);
        DataFile? file = DataFile.Read(found.Full, complaints);
        complaints.Tell(problems);
        Problems own = new();
        CurveBook? book = file is null ? null : Book(file.Text, found.Shown, own);
        foreach (ScenarioProblem problem in own.All)
        {
            // Below the key of the scenario: paths of two files must not be taken for each other.
            string message =
                problem.Path.Length == 0 ? problem.Message : $"{problem.Path}: {problem.Message}";
            problems.Add(new(problem.File, problem.Line, problem.Column), key, message);
        }
        return book is null ? null : (book, file!.Sha256);
    }

    private static CurveBook? Book(string text, string shown, Problems problems)
    {
        try
        {
            ScenarioText.FindTabs(text, shown, problems);
            problems.ThrowIfAny();
            switch (NodeReader.Read(text, shown, "", problems, new(MostValues)))
            {
                case MapNode map:
                    return Bound(map, problems);
                case null:
                    problems.Add(Place.StartOf(shown), "", $"the file is empty; {Start}");
                    return null;
                case var other:
                    problems.Add(other.Place, "", $"{other.Kind} is not a map of keys; {Start}");
                    return null;
            }
        }
        catch (ScenarioException)
        {
            // It stands among the problems.
            return null;
        }
    }

    private static string Start => $"learning curves start with 'schema: {CurveBook.Format}'";

    private static CurveBook? Bound(MapNode map, Problems problems)
    {
        CurveFileSection section = Activator.CreateInstance<CurveFileSection>();
        RecordKind.Bind(map, "", [(Shape, section)], problems);
        if (problems.Count > 0)
        {
            return null;
        }
        for (int i = 0; i < section.Groups!.Value.Length; i++)
        {
            CurveGroupSection group = section.Groups.Value[i];
            string path = Show.Path("groups", i);
            if (group.Curves!.Value.IsEmpty)
            {
                problems.Add(NodePath.PlaceOf(map, $"{path}.curves"), $"{path}.curves", "holds no curve");
            }
            if (section.Groups.Value.Take(i).Any(other => other.Name == group.Name))
            {
                problems.Add(
                    NodePath.PlaceOf(map, $"{path}.name"),
                    $"{path}.name",
                    $"another group is called '{group.Name}' too"
                );
            }
        }
        return problems.Count == 0 ? section.ToBook() : null;
    }
}
