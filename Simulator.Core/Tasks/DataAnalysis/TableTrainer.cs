namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Lets a learner take steps as budgets allow, and remembers what it answered.</summary>
/// <param name="learner">What learns.</param>
/// <param name="table">The table that it learns.</param>
internal sealed class TableTrainer(ITableLearner learner, TableSet table)
{
    private readonly NumberAnswer?[] _answers = new NumberAnswer?[table.HeldOutCount];
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
        }
        return spent;
    }

    /// <summary>The learner's answer, worked out once per question and version.</summary>
    public IAnswer Answer(IQuestion question) =>
        question is TableQuestion asked && asked.Table == table
            ? _answers[asked.Index] ??= new(table.ToAnswer(asked.Row, learner.Output(asked.Row)))
            : NoAnswer.Instance;

    /// <summary>Whether a copy could learn from some data: from rows of the same table, or from the same rows.</summary>
    public bool Accepts(ITrainingData? data) =>
        data is null || (data is TableShard own && own.Table == table);

    /// <summary>Whether a question is of the table that it learns from.</summary>
    public bool Knows(IQuestion question) => question is TableQuestion asked && asked.Table == table;
}
