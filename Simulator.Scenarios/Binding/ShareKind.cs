using System.Text.Json.Nodes;
using Simulator.Core.Units;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Binding;

/// <summary>A share as the chain stores it: an exact decimal in [0, 1], or the integer out of 65,535 as <c>u16:45875</c>.</summary>
internal sealed class ShareKind : ScalarKind<PerU16>
{
    private readonly RawNumeral raw = new("u16", 0, PerU16.One, r => new PerU16((ushort)r).Value);

    /// <inheritdoc/>
    public override string Expected => "a share such as 0.5 or u16:32767";

    /// <inheritdoc/>
    public override JsonNode Write(object value) => raw.Write(((PerU16)value).Raw);

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "number",
                    ["minimum"] = 0,
                    ["maximum"] = 1,
                },
                raw.Schema()
            ),
        };

    /// <inheritdoc/>
    protected override string? Parse(string text, out PerU16 value)
    {
        value = default;
        if (raw.Matches(text))
        {
            var complaint = raw.Parse(text, out var integer);
            value = new((ushort)integer);
            return complaint;
        }
        if (Numeral.Parse(text, out var share) is { } wrong)
        {
            return wrong;
        }
        if (share is < 0 or > 1)
        {
            return $"{Show.Bare(text)} is not a share in [0, 1]";
        }
        value = PerU16.OfShare(share);
        return null;
    }
}
