namespace Simulator.Cli.Notebooks;

/// <summary>One cell of a notebook.</summary>
/// <param name="Number">Its place in the file, from 1; cells of every kind count.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Source">Its text, lines ending in LF.</param>
internal sealed record Cell(int Number, CellLanguage Language, string Source);
