using System.Collections.Immutable;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>Going on with a passage of a novel: the fewer bits the true continuation costs, the higher the score.</summary>
/// <remarks>
/// The score is 1 − x / log₂ 39, where x is the mean of −log₂ of the probabilities stated for the true characters: 0 for
/// holding all characters equally probable (or worse), 1 for certainty. The baseline is the mean score of a
/// <see cref="PairModel"/> that has read every passage to train on, b bits per character; the skill (score − baseline) /
/// (1 − baseline) is then 1 − x / b.
/// </remarks>
public sealed class NovelCompletion : ITask
{
    private const int QuestionsPerPassage = 8;

    private static readonly Lazy<NovelCompletion> AustenOnce = new(() => new(DataCatalog.Austen));

    private static readonly Lazy<NovelCompletion> MessagesOnce = new(() => new(DataCatalog.Messages));

    private static readonly double BitsOfGuess = Elementary.Log((double)Alphabet.Size) / Elementary.Log(2);

    /// <summary>The task of some novels.</summary>
    internal NovelCompletion(NovelSet novels)
    {
        Novels = novels;
        HeldOut = Questions(novels);
        var baseline = new PairModel(TextShard.Draw(novels, 1, 0, new(0)));
        baseline.Train(long.MaxValue);
        Baseline = HeldOut.Average(question => Score(question, baseline.Answer(question)));
    }

    /// <summary>The novels of Jane Austen.</summary>
    public static NovelCompletion Austen => AustenOnce.Value;

    /// <summary>English messages of software.</summary>
    public static NovelCompletion Messages => MessagesOnce.Value;

    /// <summary>The passages to train on and those asked about.</summary>
    public NovelSet Novels { get; }

    /// <inheritdoc/>
    public string Name => Novels.Name;

    /// <inheritdoc/>
    public IReadOnlyList<IQuestion> HeldOut { get; }

    /// <summary>Mean score of knowing how often each character follows each other one, and no more.</summary>
    public double Baseline { get; }

    /// <summary>How far the true continuation was expected, from 0 to 1; a question of another task, or an answer whose
    /// numbers are no probabilities, scores 0.</summary>
    public double Score(IQuestion question, IAnswer answer)
    {
        if (question is not TextQuestion asked || asked.Novels != Novels || answer is not TextAnswer given)
        {
            return 0;
        }
        double score = 1 - given.BitsPerCharacter / BitsOfGuess;
        return score > 0 ? score : 0;
    }

    /// <inheritdoc/>
    public IAnswer Truth(IQuestion question) =>
        question is TextQuestion asked && asked.Novels == Novels
            ? new TextAnswer(asked.Continuation, [.. Enumerable.Repeat(1f, TextQuestion.CompletionLength)])
            : throw new ArgumentException($"{question} is no question of {Name}.", nameof(question));

    /// <summary>Random characters, all held equally probable: it scores 0.</summary>
    /// <param name="rng">What chooses them.</param>
    public IAnswer Guess(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Span<byte> codes = stackalloc byte[TextQuestion.CompletionLength];
        foreach (ref byte code in codes)
        {
            code = (byte)rng.NextInt(Alphabet.Size);
        }
        return new TextAnswer(
            Alphabet.TextOf(codes),
            [.. Enumerable.Repeat(1f / Alphabet.Size, TextQuestion.CompletionLength)]
        );
    }

    /// <summary>How many questions a set of novels gives.</summary>
    internal static int CountOfQuestions(NovelSet novels) => novels.HeldOutCount * QuestionsPerPassage;

    private static ImmutableArray<IQuestion> Questions(NovelSet novels)
    {
        var questions = ImmutableArray.CreateBuilder<IQuestion>();
        for (int passage = 0; passage < novels.HeldOutCount; passage++)
        {
            for (int part = 0; part < QuestionsPerPassage; part++)
            {
                int start = part * (NovelSet.PassageLength / QuestionsPerPassage);
                questions.Add(new TextQuestion(novels, questions.Count, passage, start));
            }
        }
        return questions.ToImmutable();
    }
}
