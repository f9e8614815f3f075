using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>commit_reveal</c>: one word for the mode, or a map with the mode and its faults.</summary>
internal sealed class CommitKind : ValueKind
{
    private static readonly Shape Shape = Shape.Of(typeof(CommitSection));
    private static readonly Key Mode = Shape.Keys.Single(k => k.Name == "mode");
    private static readonly RecordKind Map = new(typeof(CommitSection));

    private static readonly IReadOnlyList<KeyFit> Modes =
    [
        new("timelock", ["round_delay", "missed_reveals", "late_pulses", "late_pulse_share"]),
        new("hash", ["missed_reveals"]),
        new("off", []),
    ];

    /// <inheritdoc/>
    public override string Expected => "timelock, hash, off, or a map with a mode";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is ScalarNode)
        {
            return Mode.Kind.Read(node, path, problems) is Hiding mode
                ? new CommitSection { Mode = mode }
                : null;
        }
        if (node is not MapNode map || Map.Read(node, path, problems) is not CommitSection section)
        {
            return node is MapNode ? null : Mismatch(node, path, problems);
        }
        var before = problems.Count;
        KeyFit.Check(map, path, "mode", Word(section), Modes, problems);
        return problems.Count == before ? section : null;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        KeyFit.Fitting((JsonObject)Map.Write(value), Word((CommitSection)value), Modes);

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["anyOf"] = new JsonArray(Mode.Kind.Schema(), Map.Schema()) };

    private static string Word(CommitSection section) => (string)Mode.Kind.Write(section.Mode)!;
}
