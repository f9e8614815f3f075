using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>One of a few words, each standing for a value.</summary>
/// <param name="what">What is chosen, such as <c>a strategy of miners</c>.</param>
/// <param name="choices">The words and their values.</param>
internal sealed class ChoiceKind(string what, IReadOnlyList<(string Word, object Value)> choices)
    : ScalarKind<object>
{
    /// <inheritdoc/>
    public override string Expected => what;

    /// <inheritdoc/>
    public override JsonNode Write(object value) => choices.First(c => c.Value.Equals(value)).Word;

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c.Word)]) };

    /// <inheritdoc/>
    protected override string? Parse(string text, out object value)
    {
        foreach (var (word, meant) in choices)
        {
            if (word == text)
            {
                value = meant;
                return null;
            }
        }
        value = choices[0].Value;
        return $"{Show.Quoted(text)} is not {what}{NearNames.Hint(text, choices.Select(c => c.Word))}";
    }
}
