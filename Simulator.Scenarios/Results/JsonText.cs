using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Results;

/// <summary>JSON as text that is the same on every machine: LF, invariant numbers, one order of members.</summary>
internal static class JsonText
{
    private const int DeepestNesting = 256;

    private static readonly JsonWriterOptions DenseOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DeepestNesting,
    };

    private static readonly JsonWriterOptions PrettyOptions = DenseOptions with
    {
        Indented = true,
        IndentCharacter = ' ',
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>Without white space, members in ordinal order: equal content gives equal text.</summary>
    public static string Canonical(JsonNode? node) => Text(node, DenseOptions, sorted: true);

    /// <summary>For people: indented by two spaces, members in their own order, a line break at the end.</summary>
    public static string Indented(JsonNode? node) => Text(node, PrettyOptions, sorted: false) + "\n";

    /// <summary>The object that a text holds.</summary>
    /// <exception cref="JsonException">It is not JSON, names a member twice, or is no object.</exception>
    public static JsonObject ParseObject(string text)
    {
        JsonDocumentOptions options = new() { AllowDuplicateProperties = false, MaxDepth = DeepestNesting };
        return JsonNode.Parse(text, documentOptions: options) as JsonObject
            ?? throw new JsonException("it is not an object in braces");
    }

    private static string Text(JsonNode? node, JsonWriterOptions options, bool sorted)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, options))
        {
            Write(writer, node, sorted);
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node, bool sorted)
    {
        switch (node)
        {
            case JsonObject map:
                writer.WriteStartObject();
                foreach (
                    var (name, value) in sorted
                        ? map.OrderBy(m => m.Key, StringComparer.Ordinal)
                        : map.AsEnumerable()
                )
                {
                    writer.WritePropertyName(name);
                    Write(writer, value, sorted);
                }
                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var value in list)
                {
                    Write(writer, value, sorted);
                }
                writer.WriteEndArray();
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                writer.WriteRawValue(Number(value));
                break;
            case JsonValue value:
                value.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Whole numbers keep all of their digits; others are doubles, however they were written.</summary>
    private static string Number(JsonValue value)
    {
        var text = value.ToJsonString();
        return text.AsSpan().ContainsAny('.', 'e', 'E')
            ? RoundTrip.Text(value.TryGetValue(out double number) ? number : RoundTrip.Parse(text))
            : text;
    }
}
