using System.Text.Json.Nodes;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Tests.Output;

/// <summary>A run with one of each kind of number and outcome.</summary>
internal static class FinishedRun
{
    public static RunResult Result { get; } =
        new()
        {
            Scenario = "lazy-miners",
            Question = "Do lazy miners fall behind?",
            Seed = ulong.MaxValue,
            Plan = new JsonObject(),
            PlanHash = "1a2b",
            Status = RunStatus.Partial,
            Epochs = 12,
            Digest = "c0ffee",
            Tables = [],
            Metrics =
            [
                new("gini_incentive", "", 0.123456, 0.1, "share"),
                new("incentive_share", "honest", 0.75, double.NaN, "share"),
                new("emission", "honest", 1234.5, 1000, "alpha"),
            ],
            Expectations =
            [
                new("incentive_share of lazy at last ≤ 0.05", "found 0.031", Outcome.Met),
                new("pruned of lazy at last ≥ 1", "found 0", Outcome.Missed),
                new("digest c0ffee", "another seed than the shipped one", Outcome.Skipped),
            ],
        };
}
