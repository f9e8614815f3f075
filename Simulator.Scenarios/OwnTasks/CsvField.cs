namespace Simulator.Scenarios.OwnTasks;

/// <summary>A field of a CSV file.</summary>
/// <param name="Text">What it says, without quotation marks and blanks around it.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Where it starts in that line, from 1.</param>
internal readonly record struct CsvField(string Text, int Line, int Column);
