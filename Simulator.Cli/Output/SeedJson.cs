using System.Text.Json.Nodes;
using Simulator.Core.Studies;
using Simulator.Scenarios;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Output;

/// <summary>What a program reads of several seeds; docs/command-line.md describes it.</summary>
internal static class SeedJson
{
    /// <summary>The object for the seeds of one scenario.</summary>
    /// <param name="runs">The runs that came to an end, by ascending seed.</param>
    /// <param name="folders">Where the result of each lies.</param>
    /// <param name="failed">The seeds that failed.</param>
    public static JsonObject Of(
        IReadOnlyList<RunResult> runs,
        IReadOnlyList<string> folders,
        IReadOnlyList<SeedOutcome> failed
    ) =>
        new()
        {
            ["metrics"] = new JsonArray([.. SeedMetric.Over(runs).Select(Of)]),
            ["runs"] = new JsonArray([.. runs.Select((run, k) => RunJson.Of(run, folders[k]))]),
            ["failed"] = new JsonArray([.. failed.Select(Of)]),
        };

    private static JsonNode Of(SeedMetric metric) =>
        new JsonObject
        {
            ["metric"] = metric.Metric,
            ["of"] = metric.Of,
            ["last"] = Of(metric.Last),
            ["mean"] = Of(metric.Mean),
            ["unit"] = metric.Unit,
        };

    private static JsonObject Of(MeanInterval interval) =>
        new()
        {
            ["mean"] = RunJson.Number(interval.Mean),
            ["low"] = RunJson.Number(interval.Low),
            ["high"] = RunJson.Number(interval.High),
            ["seeds"] = interval.Draws,
        };

    private static JsonNode Of(SeedOutcome outcome) =>
        new JsonObject { ["seed"] = outcome.Seed, ["error"] = outcome.Fault!.Message };
}
