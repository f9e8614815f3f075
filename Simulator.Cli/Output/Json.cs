using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Cli.Output;

/// <summary>How JSON on standard output looks: indented, keys in a fixed order, text unescaped where that is safe.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one value and ends its last line.</summary>
    public static void WriteTo(TextWriter writer, JsonNode value) =>
        writer.WriteLine(value.ToJsonString(Style));
}
