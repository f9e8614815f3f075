using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>Describes scenario files to editors.</summary>
internal static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON Schema, generated from the same records and kinds that read a file.</summary>
    public static string Text()
    {
        var shape = Shape.Of(typeof(ScenarioSection));
        var file = RecordKind.SchemaOf(shape);
        file.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        file.Insert(1, "title", "Scenario");
        file.Insert(2, "description", shape.Meaning);
        ((JsonObject)file["properties"]!).Insert(0, "extends", Extends());
        // Only a scenario without parents must say everything itself.
        var required = file["required"]!.DeepClone();
        file.Remove("required");
        file["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = new JsonArray("extends") },
            new JsonObject { ["required"] = required }
        );
        return file.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Extends()
    {
        var parent = new JsonObject
        {
            ["type"] = "string",
            ["examples"] = new JsonArray([.. ScenarioSource.LibraryNames.Select(n => (JsonNode)n)]),
        };
        return new()
        {
            ["description"] =
                "Scenarios that this one builds on, by library name or path below this folder; own keys win, an empty value removes.",
            ["anyOf"] = new JsonArray(
                parent,
                new JsonObject { ["type"] = "array", ["items"] = parent.DeepClone() }
            ),
        };
    }
}
