using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A number within bounds, whole or not, stored as any numeric type.</summary>
/// <param name="type">The type that stores it.</param>
/// <param name="whole">Whether it has no fraction.</param>
/// <param name="min">The smallest number allowed.</param>
/// <param name="max">The largest number allowed.</param>
internal sealed class NumberKind(Type type, bool whole, decimal min, decimal max) : ScalarKind<object>
{
    /// <inheritdoc/>
    public override string Expected => $"a {(whole ? "whole number" : "number")}{Bounds}";

    /// <inheritdoc/>
    protected override bool MayBeQuoted => false;

    private bool IsBounded => min > decimal.MinValue;

    private string Bounds => IsBounded ? $" from {Numeral.Text(min)} to {Numeral.Text(max)}" : "";

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        value is double d && double.IsFinite(d)
            ? JsonNode.Parse(d.ToString("R", CultureInfo.InvariantCulture))!
            : JsonNode.Parse(Numeral.Text(Convert.ToDecimal(value, CultureInfo.InvariantCulture)))!;

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = whole ? "integer" : "number" };
        if (IsBounded)
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
            return $"{Show.Bare(text)} is not {Expected}";
        }
        value =
            type == typeof(double)
                ? double.Parse(text, CultureInfo.InvariantCulture)
                : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        return null;
    }
}
