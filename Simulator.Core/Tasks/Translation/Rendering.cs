namespace Simulator.Core.Tasks.Translation;

/// <summary>One word of a translation that is being made.</summary>
/// <param name="Word">Its number, by which the language model knows it.</param>
/// <param name="Copied">Place of the English word that it is a copy of; negative where it is none.</param>
internal readonly record struct Rendering(int Word, int Copied)
{
    // Numbers of words and places in a sentence are both smaller.
    private const int Copy = 1 << 15;

    /// <summary>What to write, in sixteen bits: a word of the other language or a place of the English sentence.</summary>
    public ushort Code => (ushort)(Copied >= 0 ? Copy | Copied : Word);

    /// <summary>A word that was translated.</summary>
    public static Rendering Of(int word) => new(word, -1);

    /// <summary>The words that codes stand for, with a blank between them.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="english">The English words.</param>
    /// <param name="vocabulary">The words of the other language.</param>
    public static string Text(ReadOnlySpan<ushort> codes, ReadOnlySpan<string> english, Vocabulary vocabulary)
    {
        string[] words = new string[codes.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = codes[i] >= Copy ? english[codes[i] - Copy] : vocabulary.Word(codes[i]);
        }
        return string.Join(' ', words);
    }
}
