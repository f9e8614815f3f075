using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Externals;

/// <summary>Writes and reads <c>external.jsonl</c>: every answer from outside in the order it was first asked for, one a
/// line.</summary>
internal static class Recording
{
    /// <summary>The text of a recording.</summary>
    public static string Text(IEnumerable<Exchanged> exchanges)
    {
        StringBuilder text = new();
        foreach (Exchanged one in exchanges)
        {
            JsonObject line = new()
            {
                ["program"] = one.Program,
                ["version"] = one.Version,
                ["about"] = one.About,
                ["asked"] = one.Key,
            };
            if (one.Answer is { } answer)
            {
                line["answer"] = JsonNode.Parse(answer.GetRawText());
            }
            if (one.Failed.Length > 0)
            {
                line["failed"] = one.Failed;
            }
            text.Append(line.ToJsonString()).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The exchanges of a recording.</summary>
    /// <param name="folderOrFile">A result folder, or the file itself.</param>
    /// <exception cref="ExternalException">It is none.</exception>
    public static IReadOnlyList<Exchanged> Read(string folderOrFile)
    {
        string file = Directory.Exists(folderOrFile)
            ? Path.Combine(folderOrFile, ResultFiles.External)
            : folderOrFile;
        CheckHash(file);
        string[] lines;
        try
        {
            if (File.Exists(file) && new FileInfo(file).Length > ExternalLimits.RecordingBytes)
            {
                throw new ExternalException($"{file} has more than 1 GiB: it is no recording");
            }
            lines = File.ReadAllLines(file, Encoding.UTF8);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ExternalException(
                $"{file} does not exist: there is no recording of external models",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExternalException($"{file} cannot be read: {e.Message}", e);
        }
        return [.. lines.Select((line, i) => Exchange(file, i + 1, line))];
    }

    /// <summary>Checks a recording that still lies in the folder of its result.</summary>
    private static void CheckHash(string file)
    {
        string folder = Path.GetDirectoryName(file) is { Length: > 0 } named ? named : ".";
        if (
            Path.GetFileName(file) != ResultFiles.External
            || !File.Exists(file)
            || !File.Exists(Path.Combine(folder, ResultFiles.Manifest))
        )
        {
            return;
        }
        try
        {
            ResultReader.CheckExternal(folder);
        }
        catch (ResultException e)
        {
            throw new ExternalException(e.Message, e);
        }
    }

    private static Exchanged Exchange(string file, int number, string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            Exchanged read = new(
                Text(root, "asked"),
                Text(root, "program"),
                Text(root, "about"),
                root.GetProperty("version").GetInt32()
            )
            {
                Answer = root.TryGetProperty("answer", out JsonElement answer) ? answer.Clone() : null,
                Failed = root.TryGetProperty("failed", out _) ? Text(root, "failed") : "",
            };
            return Reply.IsText(root) && (read.Answer is not null || read.Failed.Length > 0)
                ? read
                : throw new FormatException();
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ExternalException($"{file}({number},1): this line is no recorded answer", e);
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new FormatException();
}
