using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A text of bounded length, of a given form where it is a name.</summary>
/// <param name="longest">Most characters.</param>
/// <param name="form">The form as a regular expression, or nothing for free text.</param>
/// <param name="formInWords">The form in words.</param>
internal sealed class TextKind(int longest, string? form = null, string formInWords = "text")
    : ScalarKind<string>
{
    /// <inheritdoc/>
    public override string Expected => formInWords;

    /// <inheritdoc/>
    public override JsonNode Write(object value) => (string)value;

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "string", ["maxLength"] = longest };
        if (form is not null)
        {
            schema["pattern"] = form;
        }
        return schema;
    }

    /// <inheritdoc/>
    protected override string? Parse(string text, out string value)
    {
        value = text;
        if (text.Length > longest)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{text.Length} characters; at most {longest} are allowed"
            );
        }
        return form is null || Regex.IsMatch(text, form, RegexOptions.CultureInvariant)
            ? null
            : $"{Show.Quoted(text)} is not {formInWords}";
    }
}
