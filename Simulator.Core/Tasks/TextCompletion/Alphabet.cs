namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>The characters a text is made of: small letters, marks, space and the end of a paragraph.</summary>
public static class Alphabet
{
    private const string Symbols = " abcdefghijklmnopqrstuvwxyz.,;:!?'\"-()\n";

    /// <summary>All of them, in the order in which predictions state their probabilities.</summary>
    public static string Characters => Symbols;

    /// <summary>How many there are.</summary>
    public const int Size = 39;

    /// <summary>The number that stands for space.</summary>
    internal const byte Space = 0;

    /// <summary>The number that stands for the end of a paragraph.</summary>
    internal const byte ParagraphEnd = Size - 1;

    /// <summary>The number that stands for a character; null where the alphabet lacks it.</summary>
    internal static byte? CodeOf(char character)
    {
        int code = Symbols.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
        return code < 0 ? null : (byte)code;
    }

    /// <summary>The text that numbers stand for.</summary>
    internal static string TextOf(ReadOnlySpan<byte> codes)
    {
        Span<char> text = stackalloc char[codes.Length];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = Symbols[codes[i]];
        }
        return new(text);
    }
}
