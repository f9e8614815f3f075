using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Results;

/// <summary>Reads the members of a JSON object by name and type, and names the member that is not as it should be.</summary>
/// <param name="map">The object.</param>
/// <param name="path">Where it stands, such as <c>metrics[2].</c>; empty at the top.</param>
internal sealed class JsonFields(JsonObject map, string path = "")
{
    /// <summary>The text of a member.</summary>
    /// <exception cref="FormatException">It is missing or no text.</exception>
    public string Text(string member) => Value<string>(member, "a text");

    /// <summary>The text of a member; null where there is no such member.</summary>
    /// <exception cref="FormatException">It is no text.</exception>
    public string? TextOrNone(string member) => map.ContainsKey(member) ? Text(member) : null;

    /// <summary>The whole number of a member, not below 0.</summary>
    /// <exception cref="FormatException">It is missing or no such number.</exception>
    public int Count(string member) =>
        Value<int>(member, "a whole number") is var count and >= 0
            ? count
            : throw Mistake(member, "is not a whole number of at least 0");

    /// <summary>The whole number of a member, with 64 bits.</summary>
    /// <exception cref="FormatException">It is missing or no such number.</exception>
    public ulong Seed(string member) => Value<ulong>(member, "a whole number of 64 bits");

    /// <summary>The number of a member; null is NaN, and infinities are texts.</summary>
    /// <exception cref="FormatException">It is missing or no number.</exception>
    public double Number(string member)
    {
        if (!map.TryGetPropertyValue(member, out var node))
        {
            throw Mistake(member, "is missing");
        }
        return node switch
        {
            null => double.NaN,
            JsonValue value when value.TryGetValue(out double number) => number,
            JsonValue value when value.TryGetValue(out string? text) && text is "Infinity" or "-Infinity" =>
                RoundTrip.Parse(node.GetValue<string>()),
            _ => throw Mistake(member, "is not a number"),
        };
    }

    /// <summary>The member of an enumeration that a lower-case word names.</summary>
    /// <exception cref="FormatException">It is missing or no such word.</exception>
    public T Word<T>(string member)
        where T : struct, Enum
    {
        string word = Text(member);
        foreach (T value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }
        string[] allowed = [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];
        throw Mistake(member, $"is '{word}', not {string.Join(" or ", allowed)}");
    }

    /// <summary>The object of a member.</summary>
    /// <exception cref="FormatException">It is missing or no object.</exception>
    public JsonFields Map(string member) => new(Object(member), $"{path}{member}.");

    /// <summary>The object of a member, as it stands.</summary>
    /// <exception cref="FormatException">It is missing or no object.</exception>
    public JsonObject Object(string member) =>
        map[member] as JsonObject ?? throw Mistake(member, "is not an object");

    /// <summary>What each object in the list of a member gives.</summary>
    /// <exception cref="FormatException">It is missing, no list, or holds something else.</exception>
    public ImmutableArray<T> List<T>(string member, Func<JsonFields, T> read)
    {
        JsonArray list = map[member] as JsonArray ?? throw Mistake(member, "is not a list");
        return [.. list.Select((node, i) => read(Entry(node, $"{member}[{i}]")))];
    }

    /// <summary>The mistake of a member.</summary>
    public FormatException Mistake(string member, string what) => new($"{path}{member} {what}");

    private JsonFields Entry(JsonNode? node, string member) =>
        node is JsonObject entry ? new(entry, $"{path}{member}.") : throw Mistake(member, "is not an object");

    private T Value<T>(string member, string kind) =>
        map[member] is JsonValue value && value.TryGetValue(out T? found)
            ? found
            : throw Mistake(member, $"is not {kind}");
}
