using System.Text.Json.Nodes;
using Simulator.Core.Studies.Replays;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Tests;

public sealed class ScenarioGuideTests
{
    private static readonly string Guide = File.ReadAllText(SourceTree.Path("docs", "scenarios.md"));

    [Fact]
    public void Every_key_that_is_not_a_parameter_of_the_chain_stands_in_the_guide() =>
        Assert.DoesNotContain(Keys((JsonObject)JsonNode.Parse(ScenarioFile.Schema())!), IsUntold);

    [Fact]
    public void Everything_that_a_scenario_may_name_stands_in_the_guide()
    {
        IEnumerable<CatalogEntry> entries =
        [
            .. Catalog.Tasks,
            .. Catalog.Models,
            .. Catalog.MinerStrategies,
            .. Catalog.Policies,
            .. Catalog.Hardware,
            .. Catalog.ValidatorStrategies,
            .. Catalog.ApproximateRules,
        ];

        Assert.DoesNotContain(entries.Select(e => e.Name), IsUntold);
    }

    [Fact]
    public void Every_metric_has_its_row_in_the_guide() =>
        Assert.Equal(
            Catalog.Metrics.Select(m =>
                $"| `{m.Name}` | {(m.Role is null ? "the subnet" : m.Role + "s")} | {m.Unit} | {m.Meaning} |"
            ),
            Guide
                .Split('\n')
                .SkipWhile(line => line != "## Metrics")
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        );

    [Fact]
    public void Every_rule_and_metric_of_replays_stands_in_the_guide()
    {
        Assert.DoesNotContain(ReplayRule.All.Select(rule => rule.Id), IsUntold);
        Assert.All(
            ReplayMetric.All,
            m =>
                Assert.Contains(
                    $"| `{m.Name}` | {(m.IsOfMiners ? "miners" : "validators")} | {m.Unit} | {m.Meaning} |",
                    Guide,
                    StringComparison.Ordinal
                )
        );
    }

    private static bool IsUntold(string word) =>
        !Guide.Contains($"`{word}`", StringComparison.Ordinal)
        && !Guide.Contains($"`{word}:", StringComparison.Ordinal);

    private static IEnumerable<string> Keys(JsonObject schema)
    {
        IEnumerable<JsonObject> forms =
        [
            schema,
            .. (schema["anyOf"] as JsonArray ?? []).OfType<JsonObject>(),
        ];
        return forms.SelectMany(form =>
            (form["properties"] as JsonObject ?? [])
                .SelectMany(p =>
                    p.Key is "subnet" or "network" ? [p.Key] : Keys((JsonObject)p.Value!).Prepend(p.Key)
                )
                .Concat(form["items"] is JsonObject items ? Keys(items) : [])
        );
    }
}
