using System.Collections.Immutable;
using System.Text.Json;

namespace Simulator.Cli.Notebooks;

/// <summary>A C# notebook as .NET Interactive writes it: nbformat 4, kernel <c>.net-csharp</c>.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Cells">Its cells, in order.</param>
internal sealed record Notebook(string Path, ImmutableArray<Cell> Cells)
{
    private const string Kernel = ".net-csharp";

    /// <summary>Reads a file.</summary>
    /// <exception cref="NotebookFormatException">It is missing, unreadable, or no C# notebook.</exception>
    public static Notebook Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = document.RootElement;
            if (Member(root, "nbformat") is not { ValueKind: JsonValueKind.Number } format)
            {
                throw new NotebookFormatException($"{path}: error: not a notebook: no 'nbformat'");
            }
            if (format.GetRawText() != "4")
            {
                throw new NotebookFormatException(
                    $"{path}: error: nbformat {format.GetRawText()}; only 4 is read"
                );
            }
            string kernel = Text(root, "metadata", "kernelspec", "name");
            if (kernel != Kernel)
            {
                throw new NotebookFormatException(
                    $"{path}: error: kernel '{kernel}'; only '{Kernel}' is run"
                );
            }
            if (Member(root, "cells") is not { ValueKind: JsonValueKind.Array } cells)
            {
                throw new NotebookFormatException($"{path}: error: not a notebook: no list 'cells'");
            }
            return new(path, [.. cells.EnumerateArray().Select((cell, i) => ReadCell(cell, i + 1))]);
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(
                $"{path}({e.LineNumber + 1},{e.BytePositionInLine + 1}): error: not a notebook: not JSON",
                e
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookFormatException($"{path}: error: there is no such file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException($"{path}: error: {e.Message}", e);
        }
    }

    private static Cell ReadCell(JsonElement cell, int number)
    {
        string written = Text(cell, "metadata", "polyglot_notebook", "kernelName");
        if (written.Length == 0)
        {
            written = Text(cell, "metadata", "dotnet_interactive", "language");
        }
        CellLanguage language = Text(cell, "cell_type") switch
        {
            "markdown" => CellLanguage.Markdown,
            "code" when written is "" or "csharp" => CellLanguage.CSharp,
            _ => CellLanguage.Other,
        };
        return new(number, language, Source(cell).ReplaceLineEndings("\n"));
    }

    private static string Source(JsonElement cell) =>
        Member(cell, "source") switch
        {
            { ValueKind: JsonValueKind.Array } lines => string.Concat(
                lines
                    .EnumerateArray()
                    .Where(line => line.ValueKind == JsonValueKind.String)
                    .Select(line => line.GetString())
            ),
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            _ => "",
        };

    private static string Text(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Member(element, name) is not { } member)
            {
                return "";
            }
            element = member;
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member)
            ? member
            : null;
}
