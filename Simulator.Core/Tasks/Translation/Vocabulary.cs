namespace Simulator.Core.Tasks.Translation;

/// <summary>The words of one language that occur at least twice among the sentences to train on, each with a number.</summary>
/// <remarks>Shared by all models, as a tokenizer is; it says nothing about what a word means.</remarks>
internal sealed class Vocabulary
{
    /// <summary>Stands for the empty word, and for both ends of a sentence.</summary>
    public const int Nothing = 0;

    /// <summary>Stands for every word that has no number of its own.</summary>
    public const int Unknown = 1;

    /// <summary>Bits of a word's number.</summary>
    public const int Bits = 13;

    private const int FirstWord = 2;
    private const int FewestUses = 2;

    private readonly string[] _words;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Numbers the words of some sentences: frequent ones first, equals by their letters.</summary>
    public Vocabulary(IEnumerable<string[]> sentences)
    {
        Dictionary<string, int> uses = new(StringComparer.Ordinal);
        foreach (string word in sentences.SelectMany(words => words))
        {
            uses[word] = uses.GetValueOrDefault(word) + 1;
        }
        _words =
        [
            "",
            "?",
            .. uses.Where(word => word.Value >= FewestUses)
                .OrderByDescending(word => word.Value)
                .ThenBy(word => word.Key, StringComparer.Ordinal)
                .Select(word => word.Key)
                .Take((1 << Bits) - FirstWord),
        ];
        for (int number = FirstWord; number < _words.Length; number++)
        {
            _numbers.Add(_words[number], number);
        }
    }

    /// <summary>Numbers in use.</summary>
    public int Count => _words.Length;

    /// <summary>The word with a number.</summary>
    public string Word(int number) => _words[number];

    /// <summary>The number of a word, or <see cref="Unknown"/>.</summary>
    public int Number(string word) => _numbers.GetValueOrDefault(word, Unknown);

    /// <summary>The numbers of some words.</summary>
    public int[] Numbers(string[] words) => Array.ConvertAll(words, Number);
}
