using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>What a sentence is said to mean in the other language.</summary>
/// <param name="text">The translation: words in small letters, with a blank between them.</param>
public sealed class TranslationAnswer(string text) : IAnswer, IEquatable<TranslationAnswer>
{
    /// <summary>The translation: words in small letters, with a blank between them.</summary>
    public string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The answer that a text is, as people write it: its words in small letters.</summary>
    /// <param name="text">The translation, with capitals and without blanks before its marks.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public static TranslationAnswer Written(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(string.Join(' ', WordSplitter.Split(text)));
    }

    /// <summary>What it scored, and for which question, so that validators who ask the same need not work it out again.</summary>
    internal Verdict? Judged { get; set; }

    /// <summary>Whether both are the same words.</summary>
    public bool Equals(TranslationAnswer? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TranslationAnswer);

    /// <inheritdoc/>
    public override int GetHashCode() => StableHash.Of(0, Text).GetHashCode();

    /// <summary>The translation.</summary>
    public override string ToString() => Text;
}
