using System.Text;
using System.Text.Json;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>Finds where in a JSON text a value stands.</summary>
internal static class JsonPlaces
{
    /// <summary>Line and column from 1 of the value at a path, or of the innermost one on the way that is there.</summary>
    /// <param name="json">The text, which is JSON.</param>
    /// <param name="path">A path such as <c>weights_unique[0][3]</c>.</param>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> json, string path)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        long found = reader.TokenStartIndex;
        foreach (string step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            if (!(step.StartsWith('[') ? Element(ref reader, step) : Member(ref reader, step)))
            {
                break;
            }
            found = reader.TokenStartIndex;
        }
        ReadOnlySpan<byte> before = json[..(int)found];
        int line = before.LastIndexOf((byte)'\n');
        return (1 + before.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(before[(line + 1)..]));
    }

    private static bool Member(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return true;
            }
            reader.Skip();
        }
        return false;
    }

    private static bool Element(ref Utf8JsonReader reader, string step)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !int.TryParse(step.Trim('[', ']'), out int index))
        {
            return false;
        }
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
            {
                return true;
            }
            reader.Skip();
        }
        return false;
    }
}
