using System.Collections.Immutable;

namespace Simulator.Scenarios.Externals;

/// <summary>The models outside the simulator that the miners of a run ask, and everything that they answered.</summary>
/// <remarks>
/// A program is started with its first question and stopped with <see cref="Dispose"/>. It is asked one thing at a time, in
/// the order of the simulation. Bind them with <see cref="Scenario.With"/>.
/// </remarks>
public sealed class ExternalModels : IDisposable
{
    private static readonly Dictionary<string, Exchanged> Nothing = [];

    private readonly SortedDictionary<string, AskedProgram> _programs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _members = new(StringComparer.Ordinal);
    private readonly List<ExternalModel> _models = [];
    private readonly List<AskedProgram> _inOrder = [];

    private ExternalModels(Scenario scenario, Func<ExternalProgram, AskedProgram> open)
    {
        foreach (ExternalProgram program in scenario.External)
        {
            AskedProgram asked = open(program);
            _programs.TryAdd(KeyOf(program.Identity, program.Folder), asked);
            _inOrder.Add(asked);
        }
    }

    /// <summary>Answers that failed so far, by miner in the order of entering.</summary>
    public ImmutableArray<ExternalFailures> Failures =>
        [.. _models.Select(m => m.Failures).OfType<ExternalFailures>()];

    /// <summary>Every answer so far, as the text of <c>external.jsonl</c>.</summary>
    public string Recorded => Recording.Text(_inOrder.SelectMany(program => program.Exchanges));

    /// <summary>The programs and endpoints of a scenario, ready to be asked; the caller has agreed to start them.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="ExternalException">A program does not exist.</exception>
    public static ExternalModels Live(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new(scenario, program => new(program.Identity, Channel(program), Nothing));
    }

    /// <summary>A recording in place of the programs and endpoints of a scenario: nothing is started.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="folderOrFile">A result folder, or its <c>external.jsonl</c>.</param>
    /// <exception cref="ExternalException">There is no recording.</exception>
    public static ExternalModels Replayed(Scenario scenario, string folderOrFile)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(folderOrFile);
        Dictionary<string, Exchanged> recorded = new(StringComparer.Ordinal);
        foreach (Exchanged one in Recording.Read(folderOrFile))
        {
            recorded[one.Key] = one;
        }
        return new(scenario, program => new(program.Identity, channel: null, recorded));
    }

    /// <summary>Stops every program.</summary>
    public void Dispose() => _inOrder.ForEach(program => program.Dispose());

    /// <summary>The model of one more miner.</summary>
    /// <param name="group">Its group.</param>
    /// <param name="section">What the group says of the model.</param>
    /// <param name="tasks">Names of the tasks.</param>
    internal ExternalModel NewModel(string group, ExternalSection section, TaskNames tasks)
    {
        lock (_models)
        {
            int number = _members.GetValueOrDefault(group) + 1;
            _members[group] = number;
            ExternalProgram program = section.Program;
            ExternalModel model = new(
                FormattableString.Invariant($"{group} {number}"),
                _programs[KeyOf(program.Identity, program.Folder)],
                tasks,
                section
            );
            _models.Add(model);
            return model;
        }
    }

    private static string KeyOf(string identity, string folder) => $"{identity} {folder}";

    private static IExternalChannel Channel(ExternalProgram program)
    {
        if (program.Url is { } url)
        {
            return new EndpointChannel(url);
        }
        string file =
            ProgramPath.Find(program.Command[0], program.Folder)
            ?? throw new ExternalException(
                $"{Files.Show.Quoted(program.Command[0])} is no program that can be started: neither on PATH nor, with a '/', from {program.Folder}{(program.Command[0].Contains(' ') ? "; arguments are entries of their own, as in [python3, model.py]" : "")}"
            );
        return new ProgramChannel(file, program);
    }
}
