using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>A group of miners: name and size, and what they are like as far as the strategy reads it.</summary>
/// <param name="head">The record of name and size: <see cref="CountedHead"/> or <see cref="WeightedHead"/>.</param>
internal sealed class MinerKind(Type head) : ValueKind
{
    private static readonly Shape Miner = Shape.Of(typeof(MinerSection));

    private readonly Shape _head = Shape.Of(head);

    /// <inheritdoc/>
    public override string Expected => "a map with a name and a strategy";

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not MapNode map)
        {
            return Mismatch(node, path, problems);
        }
        var (size, miner) = (Activator.CreateInstance(head)!, new MinerSection());
        RecordKind.Bind(map, path, [(_head, size), (Miner, miner)], problems, Elsewhere);
        var (strategy, model) = (miner.Strategy, miner.Model);
        if (KeyFit.IsChosen(map, "strategy", strategy.Name))
        {
            KeyFit.Check(map, path, "strategy", strategy.Name, Catalog.MinerKeys, problems);
            if (strategy.HasModel && KeyFit.IsChosen(map, "model", model.Name))
            {
                KeyFit.Check(map, path, "model", model.Name, Catalog.ModelKeys, problems);
            }
        }
        if (miner.Strategy.Keys.Contains("training") && KeyFit.IsChosen(map, "training", miner.Training.Name))
        {
            KeyFit.Check(map, path, "training", miner.Training.Name, Catalog.PolicyKeys, problems);
        }
        return !RecordKind.IsUsable(_head, size) ? null
            : size is CountedHead counted ? miner with { Name = counted.Name, Count = counted.Count }
            : miner with { Name = ((WeightedHead)size).Name, Count = ((WeightedHead)size).Weight };
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value)
    {
        var miner = (MinerSection)value;
        object size =
            head == typeof(CountedHead)
                ? new CountedHead { Name = miner.Name, Count = miner.Count }
                : new WeightedHead { Name = miner.Name, Weight = miner.Count };
        var written = RecordKind.Written((_head, size), (Miner, miner));
        KeyFit.Fitting(written, miner.Model.Name, Catalog.ModelKeys);
        KeyFit.Fitting(written, miner.Training.Name, Catalog.PolicyKeys);
        string[] unread =
        [
            .. miner.Hardware is null ? (string[])["units", "provider_share"] : ["compute"],
            .. UntrainedRules.Unread(miner).Select(unread => unread.Key),
        ];
        Array.ForEach(unread, key => written.Remove(key));
        return KeyFit.Fitting(written, miner.Strategy.Name, Catalog.MinerKeys);
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => RecordKind.SchemaOf(_head, Miner);

    private string? Elsewhere(string key) =>
        key switch
        {
            "weight" when head == typeof(CountedHead) => "; a group of the start has a 'count' instead",
            "count" when head == typeof(WeightedHead) => "; a group of newcomers has a 'weight' instead",
            "root_stake" => "; only validators stake on root",
            _ => null,
        };
}
