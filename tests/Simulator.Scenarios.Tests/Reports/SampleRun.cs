using System.Text.Json.Nodes;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Reports;

/// <summary>Makes results that look like those of a run, from named random streams.</summary>
internal sealed record SampleRun
{
    /// <summary>The groups of the quickstart world.</summary>
    public static readonly SampleGroup[] Quickstart =
    [
        new("honest-softmax", "honest", 8, 0.74, 3),
        new("honest-8", "honest", 8, 0.78, 5),
        new("honest-32", "honest", 8, 0.84, 6),
        new("honest-64", "honest", 8, 0.87, 7),
        new("lazy", "lazy", 4, 0.84, 6) { Trains = 5 },
        new("copycat", "copycat", 4),
        new("random", "random", 2),
    ];

    public string Scenario { get; init; } = "quickstart";
    public ulong Seed { get; init; } = 1;
    public int Epochs { get; init; } = 40;
    public int Validators { get; init; } = 6;
    public string ValidatorGroup { get; init; } = "honest-validators";
    public IReadOnlyList<SampleGroup> Miners { get; init; } = Quickstart;
    public double ArrivalsPerEpoch { get; init; } = 0.35;
    public bool KeepsWeights { get; init; } = true;
    public RunStatus Status { get; init; } = RunStatus.Complete;
    public JsonObject Plan { get; init; } =
        new()
        {
            ["schema"] = "sim/v1",
            ["name"] = "quickstart",
            ["subnet"] = new JsonObject
            {
                ["tempo"] = "360 blocks",
                ["kappa"] = "0.5",
                ["immunity_period"] = "1080 blocks",
            },
        };

    /// <summary>The result.</summary>
    public RunResult Result()
    {
        var world = new SampleWorld(this);
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            world.Advance(epoch);
        }
        return new RunResult
        {
            Scenario = Scenario,
            Question = "Do miners with better models earn more, and do lazy ones fall behind?",
            Seed = Seed,
            Plan = Plan,
            PlanHash = "1f0e3dad99908345f7439f8ffabdffc4a6d5a2c4e3f1b0d9c8e7f6a5b4c3d2e1",
            Status = Status,
            Epochs = Epochs,
            Digest = "9b74c9897bac770ffc029102a200c5de0a1b2c3d4e5f60718293a4b5c6d7e8f9",
            Tables = KeepsWeights
                ? [world.EpochTable, world.NeuronTable, world.EventTable, world.WeightTable]
                : [world.EpochTable, world.NeuronTable, world.EventTable],
            Metrics =
            [
                new MetricValue("gini_incentive", "", 0.41, 0.38, "share"),
                new MetricValue("incentive_share", "lazy", 0.042, 0.055, "share"),
                new MetricValue("model_quality", "copycat", double.NaN, double.NaN, "share"),
            ],
            Expectations =
            [
                new ExpectationOutcome(
                    "accuracy_incentive_rank_correlation of honest at last ≥ 0.8",
                    "0.91",
                    Outcome.Met
                ),
                new ExpectationOutcome("incentive_share of lazy at last ≤ 0.03", "0.042", Outcome.Missed),
                new ExpectationOutcome("digest 9b74c989…", "another seed", Outcome.Skipped),
            ],
        };
    }
}
