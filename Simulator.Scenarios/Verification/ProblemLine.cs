using System.Globalization;

namespace Simulator.Scenarios.Verification;

/// <summary>A mistake in a file as one line of text.</summary>
internal static class ProblemLine
{
    /// <summary><c>file:line: error: what</c>, without a line where the file as a whole is meant.</summary>
    public static string Of(string file, int? line, string message) =>
        line is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: error: {message}")
            : $"{file}: error: {message}";
}
