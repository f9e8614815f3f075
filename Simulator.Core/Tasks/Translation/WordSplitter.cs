using System.Text;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Splits a sentence into words in small letters; every other sign is a word of its own, and so is a placeholder
/// in braces.</summary>
internal static class WordSplitter
{
    /// <summary>The words of a sentence; curly quotation marks become plain ones.</summary>
    public static string[] Split(string sentence)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool inBraces = false;
        foreach (char sign in sentence)
        {
            char plain = Plain(sign);
            inBraces = plain == '{' || (inBraces && plain != '}');
            if (plain == '{' || !(inBraces || plain == '}' || IsOfWord(plain)))
            {
                Finish(words, word);
            }
            if (inBraces || plain == '}' || IsOfWord(plain))
            {
                word.Append(plain);
            }
            else if (!char.IsWhiteSpace(plain))
            {
                words.Add(plain.ToString());
            }
            if (plain == '}')
            {
                Finish(words, word);
            }
        }
        Finish(words, word);
        return [.. words];
    }

    /// <summary>Whether a word is the same in every language: a sign, a number or a placeholder.</summary>
    public static bool IsLiteral(string word) => !char.IsLetter(word[0]);

    private static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || sign is '-' or '_';

    private static char Plain(char sign) =>
        sign switch
        {
            '“' or '”' or '„' or '«' or '»' => '"',
            '‘' or '’' or '‚' => '\'',
            _ => char.ToLowerInvariant(sign),
        };

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
