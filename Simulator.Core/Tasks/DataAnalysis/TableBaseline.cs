using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>What a tutorial starts with: says of every row what the baseline does, and never learns.</summary>
/// <remarks>An answer costs no operation: the baseline stands in the table. Not safe for two threads at once.</remarks>
public sealed class TableBaseline : IModel, ITableLearner
{
    private readonly TableKind _kind;
    private readonly TableTrainer _trainer;

    /// <summary>The baseline of a table.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentNullException">There is no table.</exception>
    public TableBaseline(TableSet table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _kind = table.Kind;
        _trainer = new(this, table);
    }

    private TableBaseline(TableBaseline other)
    {
        _kind = other._kind;
        _trainer = new(this, other._trainer, isSame: true);
    }

    /// <summary><c>persistence</c>, <c>mean</c> or <c>prior</c>, as the table's kind is.</summary>
    public string Name =>
        _kind switch
        {
            TableKind.Forecast => "persistence",
            TableKind.Regression => "mean",
            _ => "prior",
        };

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => 0;

    /// <summary>Bytes of the mean or the prior, one number; persistence has none.</summary>
    public long Bytes => _kind == TableKind.Forecast ? 0 : sizeof(double);

    long? ITableLearner.NextStep => null;

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new TableBaseline(this) : null;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    void ITableLearner.Step() { }

    double ITableLearner.Output(TableSet table, int row) => 0;
}
