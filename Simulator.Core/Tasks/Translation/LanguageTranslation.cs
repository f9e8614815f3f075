using System.Collections.Immutable;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Translating English messages of software: an answer scores its chrF2 against the translation that was
/// published.</summary>
public sealed class LanguageTranslation : ITask
{
    private static readonly Lazy<LanguageTranslation> SpanishOnce = new(() =>
        new(SentenceSet.Load("es", 14_786))
    );
    private static readonly Lazy<LanguageTranslation> GermanOnce = new(() =>
        new(SentenceSet.Load("de", 14_772))
    );
    private static readonly Lazy<LanguageTranslation> FrenchOnce = new(() =>
        new(SentenceSet.Load("fr", 14_759))
    );

    private readonly CharacterRuns?[] _references;

    /// <summary>The questions about sentence pairs of the caller's own.</summary>
    /// <param name="name">Name of the task as scenarios write it.</param>
    /// <param name="sentences">The pairs; some of them are held out.</param>
    /// <exception cref="ArgumentException">A name or pairs are missing, or none is held out.</exception>
    public LanguageTranslation(string name, SentenceSet sentences)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(sentences);
        if (sentences.HeldOutCount == 0)
        {
            throw new ArgumentException("No sentence is held out to be asked about.", nameof(sentences));
        }
        Name = name;
        Sentences = sentences;
        _references = new CharacterRuns?[sentences.HeldOutCount];
        HeldOut = ImmutableArray.CreateRange<IQuestion>(
            Enumerable
                .Range(0, sentences.HeldOutCount)
                .Select(index => new TranslationQuestion(sentences, index))
        );
        Baseline = HeldOut
            .OfType<TranslationQuestion>()
            .Average(question => Score(question, question.Untranslated));
    }

    private LanguageTranslation(SentenceSet sentences)
        : this($"translation-{sentences.Language}", sentences) { }

    /// <summary>From English into Spanish.</summary>
    public static LanguageTranslation Spanish => SpanishOnce.Value;

    /// <summary>From English into German.</summary>
    public static LanguageTranslation German => GermanOnce.Value;

    /// <summary>From English into French.</summary>
    public static LanguageTranslation French => FrenchOnce.Value;

    /// <summary>The sentences to train on and those asked about.</summary>
    public SentenceSet Sentences { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IQuestion> HeldOut { get; }

    /// <summary>Mean score of the held-out sentences left in English.</summary>
    public double Baseline { get; }

    /// <summary>chrF2 of the answer, in [0, 1]; a question of another task scores 0.</summary>
    public double Score(IQuestion question, IAnswer answer)
    {
        if (
            question is not TranslationQuestion asked
            || asked.Sentences != Sentences
            || answer is not TranslationAnswer given
        )
        {
            return 0;
        }
        return given.Score(asked, Reference(asked));
    }

    /// <inheritdoc/>
    public IAnswer Truth(IQuestion question) =>
        question is TranslationQuestion asked && asked.Sentences == Sentences
            ? new TranslationAnswer(Sentences.Target(asked.Pair))
            : throw new ArgumentException($"{question} is no question of {Name}.", nameof(question));

    /// <summary>A translation of the sentences to train on, each equally likely.</summary>
    /// <param name="rng">What chooses it.</param>
    public IAnswer Guess(Rng rng) =>
        new TranslationAnswer(Sentences.Target(rng.NextInt(Sentences.TrainingCount)));

    /// <summary>BLEU of a model's answers to held-out questions.</summary>
    /// <param name="model">The model.</param>
    /// <param name="questions">How many to ask, at least 1: evenly spaced over the held-out questions, or all of them
    /// where there are no more.</param>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="questions"/> is not positive.</exception>
    public double BleuOf(IModel model, int questions)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(questions);
        int asked = Math.Min(questions, HeldOut.Count);
        Bleu bleu = new();
        for (int i = 0; i < asked; i++)
        {
            var question = (TranslationQuestion)HeldOut[(int)((long)i * HeldOut.Count / asked)];
            if (model.Answer(question) is TranslationAnswer answer)
            {
                bleu.Add(answer.Text, Sentences.Target(question.Pair));
            }
        }
        return bleu.Score;
    }

    // Counted when first needed; two threads that need it at once count the same.
    private CharacterRuns Reference(TranslationQuestion asked) =>
        _references[asked.Index] ??= new(Sentences.Target(asked.Pair));
}
