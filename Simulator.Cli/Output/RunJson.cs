using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Cli.Output;

/// <summary>What a program reads of a run; docs/command-line.md describes it.</summary>
internal static class RunJson
{
    /// <summary>The object for one run.</summary>
    /// <param name="result">The run.</param>
    /// <param name="folder">Where its result lies.</param>
    public static JsonObject Of(RunResult result, string folder)
    {
        JsonObject run = new()
        {
            ["scenario"] = result.Scenario,
            ["seed"] = result.Seed,
            ["plan_hash"] = result.PlanHash,
            ["status"] = Word(result.Status),
            ["epochs"] = result.Epochs,
            ["digest"] = result.Digest,
            ["arithmetic"] = result.Arithmetic,
            ["fidelity"] = result.Fidelity,
            ["folder"] = folder,
            ["metrics"] = new JsonArray([.. result.Metrics.Select(Of)]),
            ["expectations"] = new JsonArray([.. result.Expectations.Select(Of)]),
        };
        if (result.Tables.FirstOrDefault(t => t.Name == ReplayTables.Variants) is { } variants)
        {
            run["variants"] = new JsonArray([.. Enumerable.Range(0, variants.Rows).Select(Variant)]);
        }
        return run;

        JsonNode Variant(int row) =>
            new JsonObject
            {
                ["variant"] = variants["variant"].Values<string>()[row],
                ["rule"] = variants["rule"].Values<string>()[row],
                ["note"] = variants["note"].Values<string>()[row],
            };
    }

    private static JsonNode Of(MetricValue metric) =>
        new JsonObject
        {
            ["metric"] = metric.Metric,
            ["of"] = metric.Of,
            ["last"] = Number(metric.Last),
            ["mean"] = Number(metric.Mean),
            ["unit"] = metric.Unit,
        };

    private static JsonNode Of(ExpectationOutcome expectation) =>
        new JsonObject
        {
            ["text"] = expectation.Text,
            ["found"] = expectation.Found,
            ["outcome"] = Word(expectation.Outcome),
        };

    /// <summary>A number; JSON knows no NaN, so that a metric without a value is null.</summary>
    public static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
