namespace Simulator.Scenarios.Files;

/// <summary>Where a value was written: a file with line and column, or the command line.</summary>
/// <param name="File">The file as problems name it.</param>
/// <param name="Line">Line from 1, or 0 for the command line.</param>
/// <param name="Column">Column from 1, or 0 for the command line.</param>
internal readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The place of everything that <c>--set</c> wrote.</summary>
    public static Place CommandLine => new("--set", 0, 0);

    /// <summary>Where a file as a whole is complained about.</summary>
    public static Place StartOf(string file) => new(file, 1, 1);
}
