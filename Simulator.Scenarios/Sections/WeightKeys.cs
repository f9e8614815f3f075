using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>Which keys of a group of validators the rule of its weights reads.</summary>
internal static class WeightKeys
{
    /// <summary>The key that names the rule.</summary>
    public const string Chooser = "weights";

    private static readonly Key Rule = Shape.Of(typeof(ValidatorSection)).Keys.Single(k => k.Name == Chooser);

    private static readonly IReadOnlyList<KeyFit> Fits =
    [
        new("power", ["sharpness"]),
        new("linear", []),
        new("softmax", ["temperature"]),
        new("winner-takes-all", []),
        new("top-k", ["top"]),
        new("ranks", ["top"]),
    ];

    /// <summary>Notes every key that the group's rule does not read, where its strategy reads it.</summary>
    public static void Check(MapNode map, string path, ValidatorSection group, Problems problems)
    {
        if (group.Strategy.Keys.Contains(Chooser) && KeyFit.IsChosen(map, Chooser, Word(group)))
        {
            KeyFit.Check(map, path, Chooser, Word(group), Fits, problems);
        }
    }

    /// <summary>The written group without the keys that its rule does not read.</summary>
    public static JsonObject Fitting(JsonObject written, ValidatorSection group) =>
        KeyFit.Fitting(written, Word(group), Fits);

    private static string Word(ValidatorSection group) => (string)Rule.Kind.Write(group.Weights)!;
}
