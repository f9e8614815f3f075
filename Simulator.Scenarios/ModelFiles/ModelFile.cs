namespace Simulator.Scenarios.ModelFiles;

/// <summary>A file that holds a model, read whole.</summary>
/// <param name="Name">Its path as the scenario writes it.</param>
/// <param name="Sha256">SHA-256 of its content, in hex: equal files are one model.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record ModelFile(string Name, string Sha256, byte[] Bytes);
