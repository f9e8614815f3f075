using System.Text.Json;

namespace Simulator.Scenarios.Externals;

/// <summary>What was asked outside once, and what came of it.</summary>
/// <param name="Key">SHA-256 of everything that was asked: program, version, task and question.</param>
/// <param name="Program">Identity of the program.</param>
/// <param name="About">What it was about, for people: the question or the training.</param>
/// <param name="Version">Version of the model.</param>
internal sealed record Exchanged(string Key, string Program, string About, int Version)
{
    /// <summary>What came as an answer; null where nothing did.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>Why nothing came, or why that is no answer to what was asked; empty where it is one.</summary>
    public string Failed { get; init; } = "";
}
