namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>Trains a predictor on a shard as budgets allow, and remembers what it answered.</summary>
/// <param name="predictor">What to train.</param>
/// <param name="shard">What to train on.</param>
internal sealed class TextTrainer(IPredictor predictor, TextShard shard)
{
    private readonly TextAnswer?[] _answers = new TextAnswer?[NovelCompletion.CountOfQuestions(shard.Novels)];
    private NovelSet? _strange;
    private TextAnswer?[] _strangeAnswers = [];
    private long _steps;
    private long _unspent;

    /// <summary>A trainer that goes on where another one is.</summary>
    /// <param name="predictor">A copy of what the other one trains.</param>
    /// <param name="other">The other one.</param>
    /// <param name="shard">What to train on; null for the same.</param>
    public TextTrainer(IPredictor predictor, TextTrainer other, TextShard? shard)
        : this(predictor, shard ?? other.Shard)
    {
        // What reads its texts once reads other texts from their start; what draws from them goes on with shorter steps.
        _steps = shard is null || predictor.Steps(shard) == long.MaxValue ? other._steps : 0;
        _unspent = shard is null ? other._unspent : 0;
        Version = other.Version;
        if (Shard.Novels == other.Shard.Novels)
        {
            other._answers.CopyTo(_answers, 0);
        }
    }

    private TextShard Shard => shard;

    /// <summary>Calls that took a step.</summary>
    public int Version { get; private set; }

    /// <summary>Operations of one answer.</summary>
    public long AnswerOperations => Examination.Predictions * predictor.PredictionOperations;

    /// <summary>Takes steps as long as the next one is paid for and the shard has more to teach.</summary>
    /// <param name="budget">Operations added to what earlier calls left.</param>
    /// <returns>Operations spent.</returns>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        long last = predictor.Steps(shard);
        if (_steps == last)
        {
            return 0;
        }
        _unspent += Math.Min(budget, long.MaxValue - _unspent);
        long price = predictor.StepOperations;
        long steps = Math.Min(_unspent / price, last - _steps);
        for (long step = 0; step < steps; step++)
        {
            predictor.Learn(shard, _steps++);
        }
        if (steps > 0)
        {
            Version++;
            Array.Clear(_answers);
            Array.Clear(_strangeAnswers);
        }
        _unspent -= steps * price;
        return steps * price;
    }

    /// <summary>The predictor's answer, worked out once per question and version; texts from elsewhere are gone on with as
    /// well as it can.</summary>
    public IAnswer Answer(IQuestion question) =>
        question is TextQuestion asked
            ? AnswersTo(asked.Novels)[asked.Index] ??= Examination.Answer(predictor, asked)
            : NoAnswer.Instance;

    /// <summary>Whether a question is of the texts that it learns from.</summary>
    public bool Knows(IQuestion question) => question is TextQuestion asked && asked.Novels == shard.Novels;

    /// <summary>The answers given to questions of a set: its own, or the last other one.</summary>
    private TextAnswer?[] AnswersTo(NovelSet novels)
    {
        if (novels == shard.Novels)
        {
            return _answers;
        }
        if (novels != _strange)
        {
            (_strange, _strangeAnswers) = (novels, new TextAnswer?[NovelCompletion.CountOfQuestions(novels)]);
        }
        return _strangeAnswers;
    }
}
