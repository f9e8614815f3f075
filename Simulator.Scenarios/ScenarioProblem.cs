using System.Globalization;

namespace Simulator.Scenarios;

/// <summary>One mistake in a scenario, or a note on it, with its place.</summary>
/// <param name="File">The file as the user named it, <c>library/NAME.yaml</c>, or <c>--set</c>.</param>
/// <param name="Line">Line from 1; 0 where the text has no lines, as in <c>--set</c>.</param>
/// <param name="Column">Column from 1, in UTF-16 units; 0 where the text has no lines.</param>
/// <param name="Path">The key concerned, such as <c>miners[2].strategy</c>; empty for the file as a whole.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record ScenarioProblem(string File, int Line, int Column, string Path, string Message)
{
    /// <summary>Whether it is only worth knowing, and no mistake.</summary>
    public bool IsNote { get; init; }

    /// <summary>The line a person reads: <c>file(line,column): error: path: message</c>, or <c>--set: path: message</c>.</summary>
    public override string ToString()
    {
        var what = Path.Length == 0 ? Message : $"{Path}: {Message}";
        var place =
            Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
        return IsNote ? $"{place}: note: {what}"
            : Line == 0 ? $"{place}: {what}"
            : $"{place}: error: {what}";
    }
}
