using Simulator.Core.Units;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>Keys of training that a group's model does not read: it learned elsewhere, or learns nothing more.</summary>
internal static class UntrainedRules
{
    private static readonly string[] OfData = ["data_share", "label_noise"];

    private static readonly string[] OfTraining =
    [
        "compute",
        "working_tempos",
        "training",
        "sprint",
        "rest",
        "most_duty",
    ];

    private static readonly (string Key, string Why)[] NoKeys = [];

    /// <summary>Every such key that a group says all the same, by path.</summary>
    /// <param name="group">The group.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="tree">The file it was read from: it tells what was written from what was left out.</param>
    public static IEnumerable<Problem> Problems(MinerSection group, string path, MapNode tree) =>
        Unread(group)
            .Where(unread => NodePath.Has(tree, $"{path}.{unread.Key}"))
            .Select(unread => new Problem($"{path}.{unread.Key}", $"means nothing {unread.Why}"));

    /// <summary>The keys that would do nothing, each with the reason as the end of a sentence.</summary>
    public static IEnumerable<(string Key, string Why)> Unread(MinerSection group)
    {
        if (!group.Strategy.HasModel)
        {
            return [];
        }
        string model = $"with 'model: {group.Model.Name}'";
        return
        [
            .. group.Model.ReadsData
                ? []
                : OfData.Select(key => (key, $"{model}, which is given no data to learn from")),
            // Beside 'hardware' a 'compute' is refused in any case.
            .. WhyFrozen(group) is { } frozen
                ? OfTraining
                    .Where(key => key != "compute" || group.Hardware is null)
                    .Select(key => (key, frozen))
                : [],
            .. group.Model == ModelCatalog.Onnx || group.Model == ModelCatalog.External
                ? [("public", $"{model}, which nobody can copy")]
                : NoKeys,
            .. WhyNoLarger(group.Model) is { } none ? [("upgrade_after", $"{model}: {none}")] : NoKeys,
        ];
    }

    private static string? WhyFrozen(MinerSection group) =>
        group.Model == ModelCatalog.External && group.External is { Trains: false }
            ? "without 'trains: true' in 'external'"
        : group.Model == ModelCatalog.Onnx
        && group.Onnx is { Files: { IsDefault: false, Length: 1 } } onnx
        && onnx.Prices.All(price => price == 0)
            ? "with a single file that costs nothing: no training makes it better"
        : null;

    private static string? WhyNoLarger(ModelEntry model) =>
        model == ModelCatalog.Onnx ? "training buys the next file"
        : model == ModelCatalog.External ? "what is larger there, the model itself knows"
        : model.CanGrow ? null
        : "it reads none of 'hidden', 'order' and 'memory', which make a model larger";
}
