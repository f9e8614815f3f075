using System.Text.Json.Nodes;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Scenarios.Externals;

/// <summary>Writes questions down for models outside; the truth is never among it.</summary>
internal static class QuestionText
{
    /// <summary>A question that one message asks; null for one of a kind that nobody outside is asked.</summary>
    public static JsonObject? Of(IQuestion question) =>
        question switch
        {
            ImageQuestion image => new()
            {
                ["height"] = image.Height,
                ["width"] = image.Width,
                ["pixels"] = new JsonArray([.. image.Pixels().Select(pixel => (JsonNode)pixel)]),
            },
            TableQuestion row => new()
            {
                ["values"] = new JsonArray([.. row.RawFeatures().Select(value => (JsonNode)value)]),
                ["features"] = new JsonArray([.. row.Features().Select(feature => (JsonNode)feature)]),
            },
            TranslationQuestion sentence => new() { ["sentence"] = sentence.Text },
            _ => null,
        };

    /// <summary>What comes after these characters? One of the messages that ask a question of text.</summary>
    public static JsonObject After(string history) =>
        new() { ["history"] = history, ["alphabet"] = Alphabet.Characters };
}
