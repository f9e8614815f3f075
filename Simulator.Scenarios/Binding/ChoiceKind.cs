using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>One of a few words, each standing for a value.</summary>
/// <param name="choices">The words and their values.</param>
/// <param name="what">What is chosen, such as <c>a strategy of miners</c>; the words themselves where it is null.</param>
internal sealed class ChoiceKind(IReadOnlyList<(string Word, object Value)> choices, string? what = null)
    : ScalarKind<object>
{
    /// <inheritdoc/>
    public override string Expected => what ?? $"one of {string.Join(", ", Words)}";

    private IEnumerable<string> Words => choices.Select(c => c.Word);

    /// <inheritdoc/>
    public override JsonNode Write(object value) => choices.First(c => c.Value.Equals(value)).Word;

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. Words.Select(w => (JsonNode)w)]) };

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
        var hint =
            choices.Count == 1 ? ""
            : what is null ? NearNames.Question(text, Words)
            : NearNames.Hint(text, Words);
        return $"{Show.Quoted(text)} is not {Expected}{hint}";
    }
}
