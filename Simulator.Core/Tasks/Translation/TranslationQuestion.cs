namespace Simulator.Core.Tasks.Translation;

/// <summary>What does this English sentence say in the other language? Answered by a <see cref="TranslationAnswer"/>.</summary>
public sealed class TranslationQuestion : IQuestion
{
    internal TranslationQuestion(SentenceSet sentences, int index)
    {
        Sentences = sentences;
        Index = index;
        Untranslated = new(Text);
    }

    /// <summary>Number of the sentence among the held-out ones, from 0.</summary>
    public int Index { get; }

    /// <summary>The English sentence: words in small letters, with a blank between them.</summary>
    public string Text => Sentences.Source(Pair);

    /// <summary>The answer that leaves the sentence in English.</summary>
    internal TranslationAnswer Untranslated { get; }

    /// <summary>The set the sentence comes from.</summary>
    internal SentenceSet Sentences { get; }

    /// <summary>Number of the sentence in its set.</summary>
    internal int Pair => Sentences.TrainingCount + Index;

    /// <summary>The English sentence.</summary>
    public override string ToString() => Text;

    /// <summary>The words of a translation.</summary>
    /// <param name="codes">Them, see <see cref="Rendering.Code"/>.</param>
    internal string Spell(ReadOnlySpan<ushort> codes) =>
        Rendering.Text(codes, Sentences.HeldOutWords(Index), Sentences.Targets);
}
