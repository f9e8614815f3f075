using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Sections;

/// <summary>One text for equal JSON trees: keys in ordinal order, no spaces.</summary>
internal static class CanonicalJson
{
    /// <summary>SHA-256 of the canonical text, in hex.</summary>
    public static string Sha256(JsonNode tree) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sorted(tree)!.ToJsonString())));

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
