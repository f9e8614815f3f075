using System.Globalization;
using System.Text.Json;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>What an <c>onnx</c> section may say, and what it means where it says nothing.</summary>
internal static class OnnxRules
{
    /// <summary>The section with what it leaves out: a price of 0 for a single file, and what suits the task.</summary>
    public static OnnxSection WithDefaults(OnnxSection onnx, ITask task)
    {
        var (reads, says) = Fitting(task);
        return onnx with
        {
            Prices = onnx.Prices.IsEmpty && onnx.Files is { IsDefault: false, Length: 1 } ? [0] : onnx.Prices,
            Reads = onnx.Reads ?? reads[0],
            Says = onnx.Says ?? says[0],
        };
    }

    /// <summary>What is wrong with it before any file is read.</summary>
    /// <param name="onnx">The section with its defaults.</param>
    /// <param name="task">What the miners are asked.</param>
    /// <param name="later">What they are asked when the world has moved; null where it does not.</param>
    /// <param name="path">Where the section stands.</param>
    public static IEnumerable<Problem> Problems(
        OnnxSection onnx,
        TaskEntry task,
        TaskEntry? later,
        string path
    ) =>
        onnx.Files.IsDefaultOrEmpty
            ? [new($"{path}.files", "names no file; write one or more")]
            : [.. OfFiles(onnx, path), .. OfTask(onnx, task, path), .. OfDrift(task, later, path)];

    private static IEnumerable<Problem> OfFiles(OnnxSection onnx, string path)
    {
        int files = onnx.Files.Length;
        if (onnx.Prices.Length != files)
        {
            yield return new(
                $"{path}.prices",
                $"there are {onnx.Prices.Length} for {files} files; each file has one"
            );
        }
        for (int i = 1; i < onnx.Prices.Length; i++)
        {
            if (onnx.Prices[i] <= onnx.Prices[i - 1])
            {
                yield return new(
                    Show.Path($"{path}.prices", i),
                    "is not above the price before it; prices count all that training spent"
                );
            }
        }
        if (!onnx.Sha256.IsEmpty && onnx.Sha256.Length != files)
        {
            yield return new(
                $"{path}.sha256",
                $"there are {onnx.Sha256.Length} for {files} files; each file has one, or none has"
            );
        }
    }

    private static IEnumerable<Problem> OfTask(OnnxSection onnx, TaskEntry task, string path)
    {
        var (reads, says) = Fitting(task.Task);
        if (Misfit(onnx.Reads!.Value, reads, task) is { } read)
        {
            yield return new($"{path}.reads", read);
        }
        if (Misfit(onnx.Says!.Value, says, task) is { } said)
        {
            yield return new($"{path}.says", said);
        }
        if (task.Task is not ImageRecognition && (onnx.Mean != 0 || onnx.Deviation != 1))
        {
            yield return new(path, $"'mean' and 'deviation' are about pixels; 'task: {task.Name}' has none");
        }
        if (task.Task is not NovelCompletion && onnx.Window != TextQuestion.PromptLength)
        {
            yield return new(
                $"{path}.window",
                $"means nothing with 'task: {task.Name}'; it counts characters of a text"
            );
        }
    }

    // Unread questions would get no answer, and nobody would be told why. That a task of other models is no place to move to,
    // another rule says.
    private static IEnumerable<Problem> OfDrift(TaskEntry task, TaskEntry? later, string path)
    {
        if (later?.Models == task.Models && Shape(task.Task) != Shape(later.Task))
        {
            yield return new(
                path,
                $"a file reads one shape: 'task: {task.Name}' has {Shape(task.Task)}, 'drift.to: {later.Name}' {Shape(later.Task)}"
            );
        }
    }

    private static string Shape(ITask task) =>
        task switch
        {
            ImageRecognition { Images: var images } => string.Create(
                CultureInfo.InvariantCulture,
                $"{images.Height} × {images.Width} pixels"
            ),
            TableTask { Table: var table } => string.Create(
                CultureInfo.InvariantCulture,
                $"{table.FeatureCount} columns"
            ),
            _ => "text",
        };

    /// <summary>What models of a task may read and say; the first of each is the default.</summary>
    private static (TensorReads[] Reads, TensorSays[] Says) Fitting(ITask task) =>
        task switch
        {
            ImageRecognition => (
                [TensorReads.Pixels, TensorReads.PixelsNchw, TensorReads.PixelsNhwc],
                [TensorSays.Scores]
            ),
            NovelCompletion => (
                [TensorReads.Codes, TensorReads.OneHot],
                [TensorSays.Logits, TensorSays.Probabilities]
            ),
            TableTask { Table.Kind: TableKind.Classification } => (
                [TensorReads.Columns, TensorReads.RawColumns],
                [TensorSays.Probability, TensorSays.LogOdds, TensorSays.Probabilities]
            ),
            _ => ([TensorReads.Columns, TensorReads.RawColumns], [TensorSays.Number]),
        };

    private static string? Misfit<T>(T chosen, T[] fitting, TaskEntry task)
        where T : struct, Enum =>
        fitting.Contains(chosen)
            ? null
            : $"'{Word(chosen)}' does not fit 'task: {task.Name}'; what does is {Show.Names(fitting.Select(Word))}";

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
