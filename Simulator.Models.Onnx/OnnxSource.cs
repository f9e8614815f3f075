using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.ModelFiles;
using Simulator.Scenarios.Sections;

namespace Simulator.Models.Onnx;

/// <summary>Opens ONNX files: equal files are one network, and networks that are read alike share their answers.</summary>
internal sealed class OnnxSource : IModelSource
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Network> _networks = new(StringComparer.Ordinal);
    private readonly Dictionary<CheckpointKey, Checkpoint> _checkpoints = [];

    /// <summary>Networks that are open.</summary>
    public int Networks => _networks.Count;

    /// <summary>Checkpoints that answers are kept of.</summary>
    public int Checkpoints => _checkpoints.Count;

    /// <inheritdoc/>
    public Func<IModel>? Open(
        OnnxSection wanted,
        ITask task,
        IReadOnlyList<ModelFile> files,
        ICollection<Problem> problems
    )
    {
        List<Checkpoint> checkpoints = [];
        lock (_lock)
        {
            for (int i = 0; i < files.Count; i++)
            {
                try
                {
                    checkpoints.Add(Open(wanted, task, files[i]));
                }
                catch (ModelFileException e)
                {
                    problems.Add(new(Show.Path("files", i), $"{Show.Quoted(files[i].Name)}: {e.Message}"));
                }
            }
        }
        return checkpoints.Count == files.Count
            ? () => new OnnxModel(checkpoints, wanted.Prices, wanted.AnswerOperations)
            : null;
    }

    private Checkpoint Open(OnnxSection wanted, ITask task, ModelFile file)
    {
        CheckpointKey key = new(file.Sha256, task)
        {
            Input = wanted.Input,
            Output = wanted.Output,
            Reads = wanted.Reads,
            Says = wanted.Says,
            Mean = wanted.Mean,
            Deviation = wanted.Deviation,
            Window = wanted.Window,
        };
        if (!_checkpoints.TryGetValue(key, out Checkpoint? checkpoint))
        {
            if (!_networks.TryGetValue(file.Sha256, out Network? network))
            {
                _networks[file.Sha256] = network = new(file.Bytes);
            }
            IQuestionForm form = FormOf(wanted, task);
            checkpoint = new(network, new(network, wanted.Input, wanted.Output, form), form);
            _checkpoints[key] = checkpoint;
        }
        return checkpoint;
    }

    private static IQuestionForm FormOf(OnnxSection wanted, ITask task) =>
        task switch
        {
            ImageRecognition images => new ImageForm(images.Images, wanted),
            TableTask table => new TableForm(table.Table, wanted),
            NovelCompletion novels => new TextForm(novels.Novels, wanted),
            _ => throw new NotSupportedException($"No ONNX model answers '{task.Name}'."),
        };
}
