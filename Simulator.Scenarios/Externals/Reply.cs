using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Externals;

/// <summary>What came back over a channel.</summary>
internal static class Reply
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = 16,
        AllowDuplicateProperties = false,
    };

    private static readonly string[] NotFinite = ["NaN", "Infinity", "Inf"];

    /// <summary>The number of the message that a reply answers; as large as can be where it says none.</summary>
    public static long IdOf(byte[] reply)
    {
        try
        {
            return IdOf(Parsed(reply));
        }
        catch (ExternalFault)
        {
            return long.MaxValue;
        }
    }

    /// <summary>The answer in a reply to a question, or the whole reply to an order to train.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="id">Number of the message.</param>
    /// <param name="isTraining">Whether the message was an order to train.</param>
    /// <exception cref="ExternalFault">It is no reply to the message.</exception>
    public static JsonElement Read(byte[] reply, long id, bool isTraining)
    {
        JsonElement root = Parsed(reply);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new ExternalFault($"{Shown(reply)} is not a JSON object");
        }
        if (IdOf(root) != id)
        {
            throw new ExternalFault($"{Shown(reply)} does not have the id of the question");
        }
        if (root.TryGetProperty("error", out JsonElement error))
        {
            throw new ExternalFault($"it says {Show.Said(error.ToString())}");
        }
        return isTraining ? root
            : root.TryGetProperty("answer", out JsonElement answer) ? answer
            : throw new ExternalFault($"{Shown(reply)} has no 'answer'");
    }

    /// <summary>Whether all texts inside are made of whole characters: JSON can write halves of them, which nothing can read.
    /// </summary>
    public static bool IsText(JsonElement element)
    {
        try
        {
            using Utf8JsonWriter nowhere = new(Stream.Null);
            element.WriteTo(nowhere);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static JsonElement Parsed(byte[] reply)
    {
        if (!Utf8.IsValid(reply))
        {
            throw new ExternalFault($"{Shown(reply)} is not text in UTF-8");
        }
        try
        {
            using JsonDocument document = JsonDocument.Parse(reply, Options);
            return IsText(document.RootElement) ? document.RootElement.Clone() : throw HalfCharacter(reply);
        }
        // Where it is the name of a member, parsing finds it.
        catch (InvalidOperationException)
        {
            throw HalfCharacter(reply);
        }
        catch (JsonException e)
        {
            throw new ExternalFault(
                WordForNumber(reply, e) is { } word
                    ? $"{Shown(reply)} has {word}, which is not a number that JSON knows"
                    : $"{Shown(reply)} is not JSON",
                e
            );
        }
    }

    private static ExternalFault HalfCharacter(byte[] reply) =>
        new($"{Shown(reply)} is not text: it has one half of a surrogate pair");

    private static long IdOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("id", out JsonElement id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out long number)
            ? number
            : long.MaxValue;

    /// <summary>What stands where reading failed, if it is what programs write for a number that is not finite.</summary>
    private static string? WordForNumber(ReadOnlySpan<byte> reply, JsonException failure)
    {
        for (long line = failure.LineNumber ?? 0; line > 0; line--)
        {
            reply = reply[(reply.IndexOf((byte)'\n') + 1)..];
        }
        int start = Math.Min((int)(failure.BytePositionInLine ?? 0), reply.Length),
            end = start;
        while (start > 0 && IsOfWord(reply[start - 1]))
        {
            start--;
        }
        while (end < reply.Length && IsOfWord(reply[end]))
        {
            end++;
        }
        string word = Encoding.UTF8.GetString(reply[start..end]);
        return NotFinite.Contains(word.TrimStart('-', '+'), StringComparer.OrdinalIgnoreCase) ? word : null;
    }

    private static bool IsOfWord(byte letter) =>
        char.IsAsciiLetter((char)letter) || letter is (byte)'-' or (byte)'+';

    private static string Shown(byte[] reply) => Show.Quoted(Encoding.UTF8.GetString(reply));
}
