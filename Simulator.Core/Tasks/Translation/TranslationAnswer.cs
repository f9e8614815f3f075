using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>What a sentence is said to mean in the other language.</summary>
public sealed class TranslationAnswer : IAnswer, IEquatable<TranslationAnswer>
{
    // Models keep many answers and few are read: theirs are spelled out when they are.
    private readonly string? _text;
    private readonly ushort[] _codes = [];

    // The question that it was first judged for, and what it scored; equal threads write equal scores.
    private TranslationQuestion? _question;
    private double _score = double.NaN;

    /// <summary>An answer.</summary>
    /// <param name="text">The translation: words in small letters, with a blank between them.</param>
    public TranslationAnswer(string text) => _text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>A model's answer.</summary>
    /// <param name="question">What it answers.</param>
    /// <param name="codes">Its words, see <see cref="Rendering.Code"/>.</param>
    internal TranslationAnswer(TranslationQuestion question, ushort[] codes) =>
        (_question, _codes) = (question, codes);

    /// <summary>The translation: words in small letters, with a blank between them.</summary>
    public string Text => _text ?? _question!.Spell(_codes);

    /// <summary>The answer that a text is, as people write it: its words in small letters.</summary>
    /// <param name="text">The translation, with capitals and without blanks before its marks.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public static TranslationAnswer Written(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(string.Join(' ', WordSplitter.Split(text)));
    }

    /// <summary>What it scores; remembered for the first question, so that validators who ask the same need not work it out
    /// again.</summary>
    /// <param name="question">The question.</param>
    /// <param name="reference">The runs of its translation.</param>
    internal double Score(TranslationQuestion question, CharacterRuns reference)
    {
        TranslationQuestion first = Interlocked.CompareExchange(ref _question, question, null) ?? question;
        if (first != question)
        {
            return ChrF.Score(Text, reference);
        }
        if (double.IsNaN(_score))
        {
            _score = ChrF.Score(Text, reference);
        }
        return _score;
    }

    /// <summary>Whether both are the same words.</summary>
    public bool Equals(TranslationAnswer? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TranslationAnswer);

    /// <inheritdoc/>
    public override int GetHashCode() => StableHash.Of(0, Text).GetHashCode();

    /// <summary>The translation.</summary>
    public override string ToString() => Text;
}
