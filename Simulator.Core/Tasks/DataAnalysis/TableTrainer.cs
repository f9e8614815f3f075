namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Lets a learner take steps as budgets allow, and remembers what it answered.</summary>
/// <remarks>Rows of another table with the same columns are answered too, as well as the learner can.</remarks>
/// <param name="learner">What learns.</param>
/// <param name="table">The table that it learns.</param>
internal sealed class TableTrainer(ITableLearner learner, TableSet table)
{
    private readonly NumberAnswer?[] _answers = new NumberAnswer?[table.HeldOutCount];
    private TableSet? _elsewhere;
    private NumberAnswer?[] _answersElsewhere = [];
    private long _unspent;

    /// <summary>A trainer that goes on where another one is.</summary>
    /// <param name="learner">A copy of what the other one trains, of the same table.</param>
    /// <param name="other">The other one.</param>
    /// <param name="isSame">Whether it goes on with the same rows.</param>
    public TableTrainer(ITableLearner learner, TableTrainer other, bool isSame)
        : this(learner, other.Table)
    {
        other._answers.CopyTo(_answers, 0);
        (_unspent, Version) = (isSame ? other._unspent : 0, other.Version);
    }

    private TableSet Table => table;

    /// <summary>Calls that took a step.</summary>
    public int Version { get; private set; }

    /// <summary>Takes steps as long as there is something to learn and the next step is paid for.</summary>
    /// <param name="budget">Operations added to what earlier calls left.</param>
    /// <returns>Operations spent.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budget"/> is negative.</exception>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        _unspent += budget;
        long spent = 0;
        while (learner.NextStep is { } price && price <= _unspent)
        {
            learner.Step();
            _unspent -= price;
            spent += price;
        }
        if (learner.NextStep is null)
        {
            // Whoever has nothing left to learn saves nothing up.
            _unspent = 0;
        }
        if (spent > 0)
        {
            Version++;
            Array.Clear(_answers);
            Array.Clear(_answersElsewhere);
        }
        return spent;
    }

    /// <summary>The learner's answer, worked out once per question and version; a question of another task, or of a table of
    /// other columns, gets <see cref="NoAnswer"/>.</summary>
    public IAnswer Answer(IQuestion question)
    {
        if (question is not TableQuestion asked || !asked.Table.HasColumnsOf(table))
        {
            return NoAnswer.Instance;
        }
        ref NumberAnswer? answer = ref AnswersTo(asked.Table)[asked.Index];
        if (answer is null)
        {
            TableSet seen = asked.Table.SeenFrom(table);
            answer = new(seen.ToAnswer(asked.Row, learner.Output(seen, asked.Row)));
        }
        return answer;
    }

    /// <summary>Whether a copy could learn from some data: from rows of the same table, or from the same rows.</summary>
    public bool Accepts(ITrainingData? data) =>
        data is null || (data is TableShard own && own.Table == table);

    /// <summary>Whether a question is of the table that it learns from.</summary>
    public bool Knows(IQuestion question) => question is TableQuestion asked && asked.Table == table;

    /// <summary>The answers to questions of a table: its own, or the last other one.</summary>
    private NumberAnswer?[] AnswersTo(TableSet asked)
    {
        if (asked == table)
        {
            return _answers;
        }
        if (asked != _elsewhere)
        {
            (_elsewhere, _answersElsewhere) = (asked, new NumberAnswer?[asked.HeldOutCount]);
        }
        return _answersElsewhere;
    }
}
