using Simulator.Core.Agents.Miners;

namespace Simulator.Scenarios.Catalogs;

/// <summary>The strategies of miners.</summary>
internal static class MinerCatalog
{
    private static readonly string[] TrainingKeys =
    [
        "model",
        .. ModelCatalog.All.SelectMany(model => model.Keys).Distinct(),
        "data_share",
        "label_noise",
        "compute",
    ];

    /// <summary>All of them; the first is the default.</summary>
    public static MinerEntry[] All { get; } =
    [
        new(
            "honest",
            "Trains its model in every tempo and answers with what it predicts.",
            miner => new HonestMiner(miner.NewModel(), miner.Hardware, miner.Line)
            {
                IsPublic = miner.IsPublic,
            }
        )
        {
            Keys = [.. TrainingKeys, "public"],
        },
        new(
            "lazy",
            "Trains for some tempos, then lives on what it has.",
            miner => new LazyMiner(miner.NewModel(), miner.Hardware, miner.WorkingTempos, miner.Line)
            {
                IsPublic = miner.IsPublic,
            }
        )
        {
            Keys = [.. TrainingKeys, "public", "working_tempos"],
        },
        new(
            "firm",
            "Runs its model as a business: trains by a policy, moves to larger models, quits when it loses.",
            miner => new FirmMiner(miner.NewModel(), miner.Hardware, miner.NewPolicy(), miner.Line)
            {
                OtherUsd = miner.DataUsd,
                ProviderShare = miner.ProviderShare,
                Patience = miner.Patience,
                UpgradeAfter = miner.UpgradeAfter,
                NextModel = miner.LargerModels(),
                FineTuning = miner.NewFineTuning(),
                IsPublic = miner.IsPublic,
            }
        )
        {
            Keys =
            [
                .. TrainingKeys,
                "training",
                "sprint",
                "rest",
                "most_duty",
                "patience",
                "upgrade_after",
                "public",
                "fine_tune_after",
                "provider_share",
            ],
        },
        new(
            "sybil",
            "Shares one model and one machine with all slots of its owner.",
            miner => new SybilMiner(miner.NewModel(), miner.Hardware, miner.Line)
        )
        {
            NeedsOwner = true,
            Keys = TrainingKeys,
        },
        new(
            "memoriser",
            "Trains like an honest one, and knows the questions that leaked by heart.",
            miner => new MemoriserMiner(miner.NewModel(), miner.Hardware, miner.Line)
        )
        {
            Keys = TrainingKeys,
        },
        new(
            "thief",
            "Never trains: takes copies of the best paid model, and answers from them.",
            miner => new ThiefMiner(miner.Hardware, miner.StealEvery, miner.Line)
        )
        {
            Keys = ["steal_every"],
        },
        new(
            "copycat",
            "Has no model and relays the answers of the best paid miner, a little later.",
            miner => new CopycatMiner(miner.Hardware, miner.Line)
        ),
        new(
            "random",
            "Answers without looking at the question.",
            miner => new RandomMiner(miner.Task, miner.Hardware, miner.Answers, miner.Line)
        ),
    ];
}
