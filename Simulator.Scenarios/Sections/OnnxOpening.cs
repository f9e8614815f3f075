using Simulator.Core.Tasks;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.ModelFiles;

namespace Simulator.Scenarios.Sections;

/// <summary>Opens the ONNX files of one scenario, group by group.</summary>
/// <param name="task">What its miners are asked.</param>
/// <param name="later">What they are asked when the world has moved; null where it does not.</param>
/// <param name="source">Where it was read from.</param>
/// <param name="tree">Its tree.</param>
internal sealed class OnnxOpening(TaskEntry task, TaskEntry? later, ScenarioSource source, MapNode tree)
{
    private const string Program = "dotnet run -c Release --project Simulator.Models.Onnx --";

    private readonly ModelFileReader _reader = new(source);
    private readonly List<Problem> _problems = [];

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The group with its models open, and with defaults and hashes written out; as it was after noting what is
    /// wrong.</summary>
    /// <param name="group">A group with ONNX models.</param>
    /// <param name="path">Where it stands.</param>
    public MinerSection Open(MinerSection group, string path)
    {
        if (ModelSources.Onnx is not { } library)
        {
            _problems.Add(
                new(
                    $"{path}.model",
                    $"'onnx' needs ONNX Runtime, which this program does not carry; '{Program}' is the same program with it"
                )
            );
            return group;
        }
        if (group.Onnx is null)
        {
            _problems.Add(new($"{path}.model", "'onnx' needs a section 'onnx' that names its files"));
            return group;
        }
        string section = $"{path}.onnx";
        OnnxSection onnx = OnnxRules.WithDefaults(group.Onnx, task.Task);
        Problem[] broken = [.. OnnxRules.Problems(onnx, task, later, section)];
        _problems.AddRange(broken);
        return broken.Length == 0 && Files(onnx, section) is { } files
            ? group with
            {
                Onnx = onnx with
                {
                    Sha256 = [.. files.Select(file => file.Sha256)],
                    LargestFile = files.Max(file => file.Bytes.LongLength),
                    Make = Opened(library, onnx, files, section),
                },
            }
            : group;
    }

    private Func<IModel>? Opened(
        IModelSource library,
        OnnxSection onnx,
        IReadOnlyList<ModelFile> files,
        string section
    )
    {
        List<Problem> found = [];
        Func<IModel>? make = library.Open(onnx, task.Task, files, found);
        _problems.AddRange(found.Select(p => p with { Path = $"{section}.{p.Path}" }));
        return make;
    }

    /// <summary>The files of a group; nothing where one of them is missing or another than was meant.</summary>
    private ModelFile[]? Files(OnnxSection onnx, string section)
    {
        ModelFile[] files =
        [
            .. Enumerable.Range(0, onnx.Files.Length).Select(i => File(onnx, i, section)).OfType<ModelFile>(),
        ];
        return files.Length == onnx.Files.Length ? files : null;
    }

    private ModelFile? File(OnnxSection onnx, int index, string section)
    {
        string at = Show.Path($"{section}.files", index);
        ModelFile? file = _reader.Read(onnx.Files[index], NodePath.PlaceOf(tree, at), out string complaint);
        if (file is null)
        {
            _problems.Add(new(at, complaint));
        }
        else if (!onnx.Sha256.IsEmpty && onnx.Sha256[index] != file.Sha256)
        {
            _problems.Add(
                new(
                    Show.Path($"{section}.sha256", index),
                    $"{Show.Quoted(file.Name)} has {file.Sha256}: it is not the file that was meant"
                )
            );
            return null;
        }
        return file;
    }
}
