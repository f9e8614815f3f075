using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A number with its unit written out, such as <c>100 TAO</c> or <c>360 blocks</c>.</summary>
/// <typeparam name="T">The type that stores it.</typeparam>
/// <param name="unit">The unit as it is written.</param>
/// <param name="decimals">How many digits may follow the point.</param>
/// <param name="min">The smallest number allowed, in the unit.</param>
/// <param name="max">The largest number allowed, in the unit.</param>
/// <param name="make">The stored value of a number in the unit.</param>
/// <param name="measure">The number in the unit of a stored value.</param>
/// <param name="singular">The unit after 1, where it differs.</param>
internal sealed class AmountKind<T>(
    string unit,
    int decimals,
    decimal min,
    decimal max,
    Func<decimal, T> make,
    Func<T, decimal> measure,
    string? singular = null
) : ScalarKind<T>
    where T : notnull
{
    private readonly string _example = $"'{(decimals == 0 ? "360" : "100")} {unit}'";

    /// <inheritdoc/>
    public override string Expected => $"an amount such as {_example}";

    /// <inheritdoc/>
    public override JsonNode Write(object value)
    {
        var number = measure((T)value);
        return $"{Numeral.Text(number)} {(number == 1 ? singular ?? unit : unit)}";
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] =
                $"^[0-9]+{(decimals == 0 ? "" : @"(\.[0-9]+)?")} +{(singular is null ? unit : $"({unit}|{singular})")}$",
            ["examples"] = new JsonArray(_example.Trim('\'')),
        };

    /// <inheritdoc/>
    protected override string? Parse(string text, out T value)
    {
        value = make(min);
        var space = text.IndexOf(' ');
        var (digits, found) = space < 0 ? (text, "") : (text[..space], text[space..].Trim());
        if (space < 0 && text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && text.Length > unit.Length)
        {
            return $"{Show.Quoted(text)} needs a space before its unit; write such as {_example}";
        }
        if (Numeral.Parse(digits, out var number) is { } complaint)
        {
            return text.Any(char.IsAsciiDigit) ? complaint : $"{Show.Quoted(text)} is not {Expected}";
        }
        if (found.Length == 0)
        {
            return $"{Show.Bare(text)} has no unit; write '{Show.Bare(digits)} {unit}'";
        }
        if (found != unit && found != singular)
        {
            return $"{Show.Quoted(text)} is not in {unit}; write such as {_example}";
        }
        if (number < min || number > max)
        {
            return $"{Show.Quoted(text)} is outside {Numeral.Text(min)} to {Numeral.Text(max)} {unit}";
        }
        if (decimal.Round(number, decimals, MidpointRounding.ToZero) != number)
        {
            return decimals == 0
                ? $"{Show.Quoted(text)} is not a whole number of {unit}"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Show.Quoted(text)} has more than {decimals} digits after the point"
                );
        }
        value = make(number);
        return null;
    }
}
