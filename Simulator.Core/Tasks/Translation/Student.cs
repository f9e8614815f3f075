namespace Simulator.Core.Tasks.Translation;

/// <summary>Takes a learner through its shard as budgets allow, and remembers what it answered.</summary>
internal sealed class Student
{
    private readonly ILearner _learner;
    private readonly SentenceShard _shard;
    private readonly TranslationAnswer?[] _answers;
    private long _unspent;
    private long _spent;
    private long _answered;
    private int _pass;
    private int _next;

    /// <summary>A student that has done nothing yet.</summary>
    public Student(ILearner learner, SentenceShard shard)
    {
        _learner = learner;
        _shard = shard;
        _answers = new TranslationAnswer?[shard.Sentences.HeldOutCount];
    }

    /// <summary>A student that goes on where another one is.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="shard">What to learn from; null for the same.</param>
    public Student(Student other, SentenceShard? shard)
    {
        _learner = other._learner.Copy(anew: shard is not null);
        _shard = shard ?? other._shard;
        _answers = [.. other._answers];
        (_spent, _answered, Version) = (other._spent, other._answered, other.Version);
        (_unspent, _pass, _next) = shard is null ? (other._unspent, other._pass, other._next) : (0, 0, 0);
    }

    /// <summary>Calls that learned something.</summary>
    public int Version { get; private set; }

    /// <summary>Operations of one answer: the mean of those worked out so far, and 0 before the first.</summary>
    /// <remarks>Nobody knows what a sentence costs before it is translated.</remarks>
    public long AnswerOperations => _answered > 0 ? _spent / _answered : 0;

    /// <summary>Bytes of what it has learned.</summary>
    public long Bytes => _learner.Bytes;

    /// <summary>Learns from whole pairs of sentences, as long as the next one is paid for and there is one.</summary>
    /// <param name="budget">Operations added to what earlier calls left.</param>
    /// <returns>Operations spent.</returns>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        if (_pass == _learner.Passes)
        {
            return 0;
        }
        _unspent += budget;
        long before = _unspent;
        bool isChanged = false;
        while (
            _pass < _learner.Passes
            && _learner.Operations(_shard, _next, _pass) is var price
            && price <= _unspent
        )
        {
            _learner.Learn(_shard, _next, _pass);
            _unspent -= price;
            isChanged |= _learner.ChangesWithin(_pass);
            isChanged |= Advance();
        }
        Version += _unspent < before ? 1 : 0;
        if (isChanged)
        {
            _learner.Forget();
            Array.Clear(_answers);
        }
        return before - _unspent;
    }

    /// <summary>The learner's translation, worked out once per question and version; a question of another task, or into
    /// another language, gets <see cref="NoAnswer"/>.</summary>
    public IAnswer Answer(IQuestion question)
    {
        if (question is not TranslationQuestion asked || asked.Sentences != _shard.Sentences)
        {
            return NoAnswer.Instance;
        }
        ref TranslationAnswer? answer = ref _answers[asked.Index];
        if (answer is null)
        {
            answer = _learner.Translate(asked, out long operations);
            _spent += operations;
            _answered++;
        }
        return answer;
    }

    /// <summary>Whether a copy could learn from some data: from pairs of the same set, or from the same pairs.</summary>
    public bool Accepts(ITrainingData? data) =>
        data is null || (data is SentenceShard own && own.Sentences == _shard.Sentences);

    /// <summary>Whether a question is of the sentences that it learns from.</summary>
    public bool Knows(IQuestion question) =>
        question is TranslationQuestion asked && asked.Sentences == _shard.Sentences;

    /// <summary>Goes on to the next pair.</summary>
    /// <returns>Whether that ended a pass.</returns>
    private bool Advance()
    {
        if (++_next < _shard.Count)
        {
            return false;
        }
        _next = 0;
        _learner.EndPass(_pass++);
        return true;
    }
}
