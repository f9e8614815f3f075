using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Tests;

public sealed class ScenarioSchemaTests
{
    /// <summary><c>UPDATE_SCHEMA=1</c> writes the file anew.</summary>
    [Fact]
    public void The_schema_beside_the_code_is_the_one_that_the_types_give()
    {
        string file = SourceTree.Path("scenario.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(file, ScenarioFile.Schema());
        }
        Assert.Equal(File.ReadAllText(file), ScenarioFile.Schema());
    }

    [Fact]
    public void Every_key_that_a_resolved_scenario_writes_is_described()
    {
        JsonObject schema = (JsonObject)JsonNode.Parse(ScenarioFile.Schema())!;

        Assert.Empty(Undescribed(ScenarioFile.Load("quickstart", []).Resolved, schema, ""));
    }

    private static IEnumerable<string> Undescribed(JsonNode value, JsonObject schema, string path)
    {
        List<JsonObject> forms =
        [
            schema,
            .. (schema["anyOf"] as JsonArray ?? []).Select(form => (JsonObject)form!),
        ];
        if (value is JsonArray list && forms.Find(f => f.ContainsKey("items")) is { } listed)
        {
            return list.SelectMany((v, i) => Undescribed(v!, (JsonObject)listed["items"]!, $"{path}[{i}]"));
        }
        if (value is not JsonObject map)
        {
            return [];
        }
        JsonObject keys = (JsonObject)forms.First(f => f.ContainsKey("properties"))["properties"]!;
        return map.SelectMany(p =>
            keys[p.Key] is JsonObject { } key && (string?)key["description"] is { Length: > 0 }
                ? Undescribed(p.Value!, key, $"{path}.{p.Key}")
                : [$"{path}.{p.Key}"]
        );
    }
}
