using System.Text;
using Simulator.Scenarios;

namespace Simulator.Cli;

/// <summary>Where a verb writes: results to one stream, progress and errors to the other.</summary>
/// <param name="Out">Results, and nothing else.</param>
/// <param name="Error">Progress, notes and errors.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>Whether <see cref="Error"/> is a screen on which a progress bar may be drawn.</summary>
    public bool DrawsProgress { get; init; }

    /// <summary>Whether colours may be used there.</summary>
    public bool UsesColor { get; init; } = true;

    /// <summary>The streams of the process.</summary>
    /// <remarks>UTF-8 and LF whatever the locale says, since a piped result has the same bytes everywhere.</remarks>
    public static Terminal OfProcess() =>
        new(
            Writer(Console.OpenStandardOutput(), flush: false),
            // Signals are answered on a thread of their own, between lines of progress.
            TextWriter.Synchronized(Writer(Console.OpenStandardError(), flush: true))
        )
        {
            DrawsProgress =
                !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb",
            UsesColor = Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
        };

    /// <summary>Writes what is worth knowing of a scenario and no mistake.</summary>
    public void WriteNotes(Scenario scenario)
    {
        foreach (ScenarioProblem note in scenario.Notes)
        {
            Error.WriteLine(note);
        }
    }

    private static StreamWriter Writer(Stream stream, bool flush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            AutoFlush = flush,
            NewLine = "\n",
        };
}
