namespace Simulator.Scenarios.Results;

/// <summary>A run as a result folder holds it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Manifest">What its manifest says.</param>
/// <param name="Result">The run with its tables; every file has the hash that the manifest says.</param>
public sealed record StoredRun(string Folder, Manifest Manifest, RunResult Result);
