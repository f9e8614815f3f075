using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A number within bounds, whole or not, stored as any numeric type.</summary>
/// <param name="type">The type that stores it.</param>
/// <param name="whole">Whether it has no fraction.</param>
/// <param name="min">The smallest number allowed.</param>
/// <param name="max">The largest number allowed.</param>
/// <param name="isBounded">Whether the bounds mean something; else they are only what the type can hold, and the
/// number's owner knows the rule.</param>
internal sealed class NumberKind(Type type, bool whole, decimal min, decimal max, bool isBounded = true)
    : ScalarKind<object>
{
    /// <inheritdoc/>
    public override string Expected => $"a {(whole ? "whole number" : "number")}{Bounds}";

    /// <inheritdoc/>
    protected override bool MayBeQuoted => false;

    private string Bounds => isBounded ? $" from {Numeral.Text(min)} to {Numeral.Text(max)}" : "";

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        value is double d && double.IsFinite(d)
            ? JsonNode.Parse(d.ToString("R", CultureInfo.InvariantCulture))!
            : JsonNode.Parse(Numeral.Text(Convert.ToDecimal(value, CultureInfo.InvariantCulture)))!;

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = whole ? "integer" : "number" };
        if (isBounded)
        {
            schema["minimum"] = JsonNode.Parse(Numeral.Text(min));
            schema["maximum"] = JsonNode.Parse(Numeral.Text(max));
        }
        return schema;
    }

    /// <inheritdoc/>
    protected override string? Parse(string text, out object value)
    {
        value = 0m;
        if (Numeral.Parse(text, out var number) is { } complaint)
        {
            return complaint;
        }
        if (whole && number != decimal.Truncate(number))
        {
            return $"{Show.Bare(text)} is not a whole number";
        }
        if (number < min || number > max)
        {
            return isBounded ? $"{Show.Bare(text)} is not {Expected}" : $"{Show.Bare(text)} is too large";
        }
        value =
            type == typeof(double)
                ? double.Parse(text, CultureInfo.InvariantCulture)
                : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        return null;
    }
}
