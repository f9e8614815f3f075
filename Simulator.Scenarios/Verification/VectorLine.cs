namespace Simulator.Scenarios.Verification;

/// <summary>One line of a vector file.</summary>
/// <param name="File">The file's path as given.</param>
/// <param name="Number">Line number, from 1.</param>
/// <param name="Utf8">Its text.</param>
internal readonly record struct VectorLine(string File, int Number, ReadOnlyMemory<byte> Utf8);
