using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>A linear model with a penalty on the squares of its weights: least squares for numbers, logistic for classes.</summary>
/// <remarks>
/// It reads each row of its shard once, 32 in a step, and solves for the weights anew: w ← w + H⁻¹ Xᵀ (t − p), where H sums
/// c · x xᵀ over all rows read, c is the curvature of the loss (1 for numbers, p (1 − p) for classes) and H starts as the
/// penalty. For numbers these are exactly the ridge weights of the rows read so far; for classes it is Newton's method in
/// one pass. With d weights (a feature each, and a constant) a step of n rows costs n · (d² + 5 d + 4) + d³ / 3 + 2 d²
/// operations, an answer 2 d. When every row is read there is nothing left to learn. Sums run by ascending place in doubles,
/// each product and sum rounded on its own: the same bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class RidgeRegression : IModel, ITableLearner
{
    private const int BatchSize = 32;
    private const double LargestPenalty = 1_000_000;

    private readonly TableShard _shard;
    private readonly NormalEquations _equations;
    private readonly double[] _weights;
    private readonly double[] _inputs;
    private readonly TableTrainer _trainer;
    private int _read;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="penalty">Weight of the squares, in (0, 1,000,000]: as much as that many rows of features that are 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="penalty"/> is outside its range.</exception>
    public RidgeRegression(TableShard shard, double penalty)
    {
        if (!(penalty > 0 && penalty <= LargestPenalty))
        {
            throw new ArgumentOutOfRangeException(
                nameof(penalty),
                penalty,
                "A penalty lies in (0, 1000000]."
            );
        }
        _shard = shard;
        int size = shard.Table.FeatureCount + 1;
        _equations = new(size, penalty);
        _weights = new double[size];
        _inputs = new double[size];
        _inputs[^1] = 1;
        _trainer = new(this, shard.Table);
    }

    private RidgeRegression(RidgeRegression other, TableShard? shard)
    {
        _shard = shard ?? other._shard;
        _read = shard is null ? other._read : 0;
        _equations = new(other._equations);
        _weights = [.. other._weights];
        _inputs = [.. other._inputs];
        _trainer = new(this, other._trainer, isSame: shard is null);
    }

    /// <inheritdoc/>
    public string Name => "ridge";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => 2L * _weights.Length;

    /// <summary>A weight for each feature, then the constant.</summary>
    internal ReadOnlySpan<double> Weights => _weights;

    long? ITableLearner.NextStep => _read == _shard.Count ? null : Price(BatchCount, _weights.Length);

    private int BatchCount => Math.Min(BatchSize, _shard.Count - _read);

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new RidgeRegression(this, (TableShard?)data) : null;

    /// <inheritdoc/>
    public long Bytes => _equations.Bytes + (long)_weights.Length * sizeof(double);

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    double ITableLearner.Output(TableSet table, int row) => Output(table, row);

    void ITableLearner.Step()
    {
        TableSet table = _shard.Table;
        for (int end = _read + BatchCount; _read < end; _read++)
        {
            // All outputs of a batch are those of the weights before it.
            double output = Output(table, _shard.Row(_read));
            _equations.Add(_inputs, table.Curvature(output), table.Error(output, _shard.ToLearn(_read)));
        }
        ReadOnlySpan<double> change = _equations.Solve();
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] -= change[i];
        }
    }

    private double Output(TableSet table, int row)
    {
        ReadOnlySpan<float> features = table.Features(row);
        double sum = _weights[^1];
        for (int i = 0; i < features.Length; i++)
        {
            _inputs[i] = features[i];
            sum += _weights[i] * _inputs[i];
        }
        return sum;
    }

    private static long Price(long rows, long size) =>
        rows * (size * size + 5 * size + 4) + size * size * size / 3 + 2 * size * size;
}
