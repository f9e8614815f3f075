using System.Text.Json;

namespace Simulator.Scenarios.Externals;

/// <summary>What was asked outside once, and what came of it.</summary>
/// <param name="Key">SHA-256 of everything that was asked: program, version, task and question.</param>
/// <param name="Program">Identity of the program.</param>
/// <param name="About">What it was about, for people: the question or the training.</param>
/// <param name="Version">Version of the model.</param>
internal sealed record Exchanged(string Key, string Program, string About, int Version)
{
    /// <summary>The answer; null where there was none.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>Why there was none.</summary>
    public string Failed { get; init; } = "";
}
