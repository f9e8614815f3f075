using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Simulator.Cli.Notebooks.Running;

/// <summary>Why a cell failed, as the user reads it.</summary>
/// <param name="Text">One line for each mistake, beginning with cell and line.</param>
internal sealed record CellFailure(string Text)
{
    /// <summary>C# that does not compile.</summary>
    public static CellFailure Of(Cell cell, IEnumerable<Diagnostic> diagnostics) =>
        new(
            string.Join(
                '\n',
                from diagnostic in diagnostics
                where diagnostic.Severity == DiagnosticSeverity.Error
                let place = diagnostic.Location.GetLineSpan().StartLinePosition
                select Line(
                    cell,
                    place.Line + 1,
                    $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
                )
            )
        );

    /// <summary>A line that could not be carried out.</summary>
    public static CellFailure Of(Cell cell, CellException exception) =>
        new(Line(cell, exception.Line, exception.Message));

    /// <summary>C# that threw.</summary>
    /// <param name="cell">The cell that ran.</param>
    /// <param name="file">Name under which it was compiled.</param>
    /// <param name="exception">What it threw.</param>
    public static CellFailure Of(Cell cell, string file, Exception exception)
    {
        // The thrower may stand in an earlier cell or a library: what counts is where this cell was.
        StackFrame? frame = Array.Find(
            new StackTrace(exception, true).GetFrames(),
            f => f.GetFileName() == file
        );
        return new(
            Line(cell, frame?.GetFileLineNumber() ?? 0, $"{exception.GetType().Name}: {exception.Message}")
        );
    }

    private static string Line(Cell cell, int line, string message)
    {
        string place = FormattableString.Invariant($"cell {cell.Number}");
        if (line > 0)
        {
            place += FormattableString.Invariant($", line {line}");
        }
        string[] lines = cell.Source.Split('\n');
        string source = line > 0 && line <= lines.Length ? $"\n    {lines[line - 1].Trim()}" : "";
        return $"{place}: {message}{source}";
    }
}
