using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>Stake on the subnet, in alpha. Stake used to be TAO, so TAO is met with advice.</summary>
/// <param name="elsewhere">Where TAO may be staked instead; <c>{0}</c> stands for the amount.</param>
internal sealed class StakeKind(string elsewhere) : ValueKind
{
    /// <inheritdoc/>
    public override string Expected => Kinds.AlphaAmount.Expected;

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems)
    {
        if (node is not ScalarNode { Text: var text } || !text.EndsWith(" TAO", StringComparison.Ordinal))
        {
            return Kinds.AlphaAmount.Read(node, path, problems);
        }
        var amount = Show.Bare(text[..^" TAO".Length]);
        problems.Add(
            node.Place,
            path,
            $"{Show.Quoted(text)}: stake on a subnet is alpha, not TAO; write '{amount} alpha'"
                + string.Format(CultureInfo.InvariantCulture, elsewhere, Show.Bare(text))
        );
        return null;
    }

    /// <inheritdoc/>
    public override JsonNode Write(object value) => Kinds.AlphaAmount.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => Kinds.AlphaAmount.Schema();
}
