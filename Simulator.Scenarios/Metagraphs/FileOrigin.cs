namespace Simulator.Scenarios.Metagraphs;

/// <summary>Which file was read.</summary>
/// <param name="Name">The file as the user named it.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hex.</param>
public sealed record FileOrigin(string Name, long Length, string Sha256);
