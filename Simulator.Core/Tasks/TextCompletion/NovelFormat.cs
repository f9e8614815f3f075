using System.Text;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>The file of novels: a line <c># TITLE</c>, then one paragraph a line, then the next title.</summary>
internal static class NovelFormat
{
    private const int NotInAlphabet = byte.MaxValue;

    /// <summary>The novels of a file.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="file">The file.</param>
    /// <remarks>Capitals become small, digits vanish, and whatever else the alphabet lacks is a space; spaces never
    /// follow each other.</remarks>
    /// <exception cref="FormatException">The file is no such text.</exception>
    public static NovelSet Read(string name, ReadOnlySpan<byte> file)
    {
        byte[] codes = CodesOfLatin();
        List<string> titles = [];
        List<int> starts = [];
        List<byte> text = new(file.Length);
        int number = 0;
        foreach (Range range in file.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = file[range];
            number++;
            if (line.StartsWith("# "u8))
            {
                titles.Add(Encoding.UTF8.GetString(line[2..]));
                starts.Add(text.Count);
            }
            else if (line.IsEmpty)
            {
                continue;
            }
            else if (titles.Count == 0)
            {
                throw new FormatException($"Novels: line {number}: a title '# …' must come first.");
            }
            else
            {
                Append(text, line, codes, number);
            }
        }
        if (titles.Count == 0)
        {
            throw new FormatException("Novels: there is no title.");
        }
        return new(name, titles, starts, [.. text]);
    }

    private static void Append(List<byte> text, ReadOnlySpan<byte> line, byte[] codes, int number)
    {
        byte last = Alphabet.ParagraphEnd;
        foreach (byte character in line)
        {
            if (character < ' ')
            {
                throw new FormatException(
                    $"Novels: line {number}: character {character} is no part of a text."
                );
            }
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                continue;
            }
            byte code = codes[character] == NotInAlphabet ? Alphabet.Space : codes[character];
            if (code != Alphabet.Space || last is not (Alphabet.Space or Alphabet.ParagraphEnd))
            {
                text.Add(code);
                last = code;
            }
        }
        text.Add(Alphabet.ParagraphEnd);
    }

    private static byte[] CodesOfLatin()
    {
        byte[] codes = new byte[byte.MaxValue + 1];
        for (int character = 0; character < codes.Length; character++)
        {
            codes[character] = Alphabet.CodeOf((char)character) ?? NotInAlphabet;
        }
        return codes;
    }
}
