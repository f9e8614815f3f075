using System.Buffers.Text;
using System.Text;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The lines of a file of comma-separated values; what does not fit is an error that names file and line.</summary>
internal sealed class PackedText
{
    private readonly string _file;
    private readonly string[][] _lines;

    /// <summary>Splits a text.</summary>
    /// <param name="file">Name of the file, for errors.</param>
    /// <param name="text">Its text in ASCII.</param>
    /// <param name="lines">Lines that it has to have.</param>
    /// <param name="fields">Values that every line but the first has to have.</param>
    /// <exception cref="FormatException">A line is missing, too many or ragged.</exception>
    public PackedText(string file, ReadOnlySpan<byte> text, int lines, int fields)
    {
        _file = file;
        _lines =
        [
            .. Encoding
                .ASCII.GetString(text)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(',')),
        ];
        if (_lines.Length != lines)
        {
            throw new FormatException($"{file}: {_lines.Length} lines were found, {lines} belong there.");
        }
        int ragged = Array.FindIndex(_lines, 1, line => line.Length != fields);
        if (ragged > 0)
        {
            throw Wrong(ragged, $"{_lines[ragged].Length} values were found, {fields} belong there");
        }
    }

    /// <summary>Lines, the first included.</summary>
    public int Count => _lines.Length;

    /// <summary>A value as it is written.</summary>
    /// <param name="line">Line, from 0.</param>
    /// <param name="field">Place in the line, from 0.</param>
    public string Word(int line, int field) => _lines[line][field];

    /// <summary>A value as a number.</summary>
    /// <param name="line">Line, from 0.</param>
    /// <param name="field">Place in the line, from 0.</param>
    /// <exception cref="FormatException">It is no finite number.</exception>
    public double Number(int line, int field)
    {
        byte[] word = Encoding.ASCII.GetBytes(_lines[line][field]);
        return
            Utf8Parser.TryParse(word, out double number, out int read)
            && read == word.Length
            && double.IsFinite(number)
            ? number
            : throw Wrong(line, $"'{_lines[line][field]}' is not a number");
    }

    /// <summary>A mistake in a line.</summary>
    /// <param name="line">Line, from 0.</param>
    /// <param name="what">What is wrong.</param>
    public FormatException Wrong(int line, string what) => new($"{_file}({line + 1}): {what}.");
}
