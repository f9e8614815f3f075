namespace Simulator.Scenarios.Metagraphs;

/// <summary>One mistake in a file with a metagraph, or in what was asked of it.</summary>
/// <param name="File">The file as the user named it, or the option concerned.</param>
/// <param name="Place">The record and field, such as <c>line 7, weight</c> or <c>W[3][7]</c>; empty for the file as a whole.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record MetagraphProblem(string File, string Place, string Message)
{
    /// <summary>Line and column from 1, where the reader knows them; else the place tells.</summary>
    internal (int Line, int Column)? At { get; init; }

    /// <summary>The line a person reads: <c>file: error: place: message</c>.</summary>
    public override string ToString() =>
        Place.Length == 0 ? $"{File}: error: {Message}" : $"{File}: error: {Place}: {Message}";
}
