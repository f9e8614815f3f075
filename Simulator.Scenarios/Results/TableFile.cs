namespace Simulator.Scenarios.Results;

/// <summary>One file of a table, as the manifest vouches for it.</summary>
/// <param name="File">Its name in the folder, such as <c>epochs.parquet</c>.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hex.</param>
public sealed record TableFile(string File, int Rows, string Sha256);
