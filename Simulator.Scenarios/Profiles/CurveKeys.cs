using System.Text.Json.Nodes;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Profiles;

/// <summary>The keys of a group of miners that say what its models are: those on which a learning curve depends.</summary>
internal static class CurveKeys
{
    private static readonly string[] OfAll = ["model", "data_share", "label_noise"];

    /// <summary>The keys and values of a group; null where it trains no model, or goes on from those of others: of these no curve
    /// tells anything.</summary>
    /// <param name="group">The group with every default written out.</param>
    public static JsonObject? Of(JsonObject group)
    {
        if (group["model"] is not { } name || group["fine_tune_after"] is not null)
        {
            return null;
        }
        ModelEntry model = Catalog.Models.First(entry => entry.Name == name.GetValue<string>());
        JsonObject keys = [];
        foreach ((string key, JsonNode? value) in group)
        {
            if (OfAll.Contains(key) || model.Keys.Contains(key))
            {
                keys[key] = value?.DeepClone();
            }
        }
        return keys;
    }

    /// <summary>The keys and values of a group, as above.</summary>
    public static JsonObject? Of(MinerSection group) =>
        group.Strategy.HasModel ? Of((JsonObject)SectionKinds.Miner.Write(group)) : null;
}
