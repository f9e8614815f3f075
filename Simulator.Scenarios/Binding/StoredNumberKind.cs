using System.Text.Json.Nodes;
using Simulator.Core.Chain.Parameters;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A number that the chain stores as an integer: an exact decimal, or the integer itself as <c>u16:45875</c>.
/// Read as the stored integer.</summary>
/// <param name="kind">How the stored integer is meant; one with a prefix.</param>
internal sealed class StoredNumberKind(ParameterKind kind) : ScalarKind<object>
{
    private readonly RawNumeral _raw = new(
        kind.Prefix!,
        (decimal)kind.Least,
        (decimal)kind.Most,
        raw => (double)kind.Value((Int128)raw)
    );

    /// <inheritdoc/>
    public override string Expected => $"a {Noun} such as 0.5 or {kind.Prefix}:{kind.Store(0.5m)}";

    private string Noun => kind == ParameterKind.Slope ? "slope" : "share";

    private decimal Lowest => kind.Value(kind.Least);

    private decimal Highest => kind.Value(kind.Most);

    /// <inheritdoc/>
    public override JsonNode Write(object value) => _raw.Write((decimal)(Int128)value);

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "number",
                    ["minimum"] = JsonNode.Parse(Numeral.Text(Lowest)),
                    ["maximum"] = JsonNode.Parse(Numeral.Text(Highest)),
                },
                _raw.Schema()
            ),
        };

    /// <inheritdoc/>
    protected override string? Parse(string text, out object value)
    {
        value = kind.Least;
        if (_raw.Matches(text))
        {
            var complaint = _raw.Parse(text, out var integer);
            value = (Int128)integer;
            return complaint;
        }
        if (Numeral.Parse(text, out var number) is { } wrong)
        {
            return wrong;
        }
        if (number < Lowest || number > Highest)
        {
            return $"{Show.Bare(text)} is not a {Noun} in [{Numeral.Text(Lowest)}, {Numeral.Text(Highest)}]";
        }
        value = kind.Store(number);
        return null;
    }
}
