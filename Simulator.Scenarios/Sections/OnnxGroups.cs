using System.Collections.Immutable;
using Simulator.Core.Tasks;
using Simulator.Core.Units;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.ModelFiles;

namespace Simulator.Scenarios.Sections;

/// <summary>Opens the ONNX files that groups of miners name, before a world is built of them.</summary>
internal static class OnnxGroups
{
    private const string Program = "dotnet run -c Release --project Simulator.Models.Onnx --";

    /// <summary>Whether some group answers with ONNX models.</summary>
    public static bool Any(ScenarioSection scenario) =>
        scenario.Miners.Concat(scenario.Arrivals?.Miners ?? []).Any(IsOnnx);

    /// <summary>The scenario with its models open and their hashes written out, and what is wrong with them.</summary>
    /// <param name="scenario">The scenario as it was read.</param>
    /// <param name="source">Where it was read from: files lie beside it.</param>
    /// <param name="tree">Its tree, which tells who wrote a path.</param>
    public static (ScenarioSection Scenario, IReadOnlyList<Problem> Problems) Open(
        ScenarioSection scenario,
        ScenarioSource source,
        MapNode tree
    )
    {
        if (!Any(scenario))
        {
            return (scenario, []);
        }
        List<Problem> problems = [];
        ModelFileReader reader = new(source);
        scenario = scenario with
        {
            Miners = Opened(scenario.Miners, "miners"),
            Arrivals = scenario.Arrivals is { } arrivals
                ? arrivals with
                {
                    Miners = Opened(arrivals.Miners, "arrivals.miners"),
                }
                : null,
        };
        return (scenario, problems);

        ImmutableArray<MinerSection> Opened(ImmutableArray<MinerSection> groups, string path) =>
            [
                .. groups.Select(
                    (group, i) =>
                        IsOnnx(group) && scenario.Task.Models.Contains(group.Model)
                            ? OpenGroup(group, scenario.Task, Show.Path(path, i), reader, tree, problems)
                            : group
                ),
            ];
    }

    private static bool IsOnnx(MinerSection group) =>
        group.Strategy.HasModel && group.Model == ModelCatalog.Onnx;

    private static MinerSection OpenGroup(
        MinerSection group,
        TaskEntry task,
        string path,
        ModelFileReader reader,
        MapNode tree,
        List<Problem> problems
    )
    {
        if (ModelSources.Onnx is not { } library)
        {
            problems.Add(
                new(
                    $"{path}.model",
                    $"'onnx' needs ONNX Runtime, which this program does not carry; '{Program}' is the same program with it"
                )
            );
            return group;
        }
        if (group.Onnx is null)
        {
            problems.Add(new($"{path}.model", "'onnx' needs a section 'onnx' that names its files"));
            return group;
        }
        string section = $"{path}.onnx";
        OnnxSection onnx = OnnxRules.WithDefaults(group.Onnx, task.Task);
        int before = problems.Count;
        problems.AddRange(OnnxRules.Problems(onnx, task, section));
        IReadOnlyList<ModelFile> files = problems.Count > before ? [] : Read();
        if (problems.Count > before)
        {
            return group;
        }
        List<Problem> found = [];
        Func<IModel>? make = library.Open(onnx, task.Task, files, found);
        problems.AddRange(found.Select(p => p with { Path = $"{section}.{p.Path}" }));
        return group with { Onnx = onnx with { Sha256 = [.. files.Select(f => f.Sha256)], Make = make } };

        IReadOnlyList<ModelFile> Read()
        {
            List<ModelFile> read = [];
            for (int i = 0; i < onnx.Files.Length; i++)
            {
                string at = Show.Path($"{section}.files", i);
                ModelFile? file = reader.Read(
                    onnx.Files[i],
                    NodePath.PlaceOf(tree, at),
                    out string complaint
                );
                if (file is null)
                {
                    problems.Add(new(at, complaint));
                }
                else if (!onnx.Sha256.IsEmpty && onnx.Sha256[i] != file.Sha256)
                {
                    problems.Add(
                        new(
                            Show.Path($"{section}.sha256", i),
                            $"{Show.Quoted(file.Name)} has {file.Sha256}: it is not the file that was meant"
                        )
                    );
                }
                else
                {
                    read.Add(file);
                }
            }
            return read;
        }
    }
}
