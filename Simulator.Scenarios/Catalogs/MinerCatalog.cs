using Simulator.Core.Agents.Miners;

namespace Simulator.Scenarios.Catalogs;

/// <summary>The strategies of miners.</summary>
internal static class MinerCatalog
{
    private static readonly string[] TrainingKeys =
    [
        "model",
        "external",
        "hidden",
        "order",
        "memory",
        "passes",
        "phrase_words",
        "penalty",
        "window",
        "data_share",
        "label_noise",
        "learning_rate",
        "compute",
    ];

    /// <summary>All of them; the first is the default.</summary>
    public static MinerEntry[] All { get; } =
    [
        new(
            "honest",
            "Trains its model in every tempo and answers with what it predicts.",
            miner => new HonestMiner(miner.NewModel(), miner.Hardware)
        )
        {
            Keys = TrainingKeys,
        },
        new(
            "lazy",
            "Trains for some tempos, then lives on what it has.",
            miner => new LazyMiner(miner.NewModel(), miner.Hardware, miner.WorkingTempos)
        )
        {
            Keys = [.. TrainingKeys, "working_tempos"],
        },
        new(
            "copycat",
            "Has no model and relays the answers of the best paid miner, a little later.",
            miner => new CopycatMiner(miner.Hardware)
        ),
        new(
            "random",
            "Answers without looking at the question.",
            miner => new RandomMiner(miner.Task, miner.Hardware, miner.Answers)
        ),
    ];
}
