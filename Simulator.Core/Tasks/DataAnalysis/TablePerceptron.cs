using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>A network with one hidden layer of rectified units and one output: squared error for numbers, log-loss for
/// classes.</summary>
/// <remarks>
/// Hidden weights start small and random, the output at zero, so that an untrained network says what the baseline does. It
/// takes steps of gradient descent on the mean loss of 32 rows, drawn from its shard with replacement; step number s goes
/// rate / (1 + s / 1,000) along the gradient. With h hidden units and d features a step costs 4 · h · (d + 1) + 6 · h + 4
/// operations for each of its rows, an answer 2 · h · (d + 1) + 2 · h. Equal shards, widths, rates and streams give equal
/// bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class TablePerceptron : IModel, ITableLearner
{
    private const int MostHidden = 256;
    private const int BatchSize = 32;

    // Steps after which a step is half as long as the first.
    private const float HalvingSteps = 1_000;

    // Without it a network on a few hundred noisy rows learns them by heart, and does worse than the baseline.
    private const float Decay = 0.03f;

    private readonly TableShard _shard;
    private readonly float _rate;
    private readonly Rng _rng;
    private readonly HiddenUnits _network;
    private readonly int[] _batch = new int[BatchSize];
    private readonly float[] _errors = new float[BatchSize];
    private readonly TableTrainer _trainer;
    private long _steps;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="hidden">Hidden units, in [1, 256].</param>
    /// <param name="learningRate">How far the first step goes along the gradient, in (0, 1].</param>
    /// <param name="rng">The stream that its own is split from.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hidden"/> is outside [1, 256], or
    /// <paramref name="learningRate"/> outside (0, 1].</exception>
    public TablePerceptron(TableShard shard, int hidden, double learningRate, Rng rng)
    {
        if (hidden is < 1 or > MostHidden)
        {
            throw new ArgumentOutOfRangeException(
                nameof(hidden),
                hidden,
                "The number of hidden units lies in [1, 256]."
            );
        }
        if (!(learningRate > 0 && learningRate <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(learningRate),
                learningRate,
                "A learning rate lies in (0, 1]."
            );
        }
        _shard = shard;
        _rate = (float)learningRate;
        _rng = rng.Split();
        _network = new(shard.Table.FeatureCount, hidden, BatchSize, _rng);
        _trainer = new(this, shard.Table);
    }

    private TablePerceptron(TablePerceptron other, TableShard? shard, Rng? rng)
    {
        _shard = shard ?? other._shard;
        (_rate, _steps) = (other._rate, other._steps);
        _rng = rng?.Split() ?? other._rng.Copy();
        _network = new(other._network);
        _trainer = new(this, other._trainer, isSame: shard is null);
    }

    /// <inheritdoc/>
    public string Name => "perceptron";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => 2L * _network.Units * (_shard.Table.FeatureCount + 2);

    /// <summary>Its weights.</summary>
    internal HiddenUnits Network => _network;

    long? ITableLearner.NextStep =>
        BatchSize * (4L * _network.Units * (_shard.Table.FeatureCount + 1) + 6L * _network.Units + 4);

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new TablePerceptron(this, (TableShard?)data, rng) : null;

    /// <inheritdoc/>
    public long Bytes => _network.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    double ITableLearner.Output(TableSet table, int row) => _network.Read(0, table.Features(row));

    void ITableLearner.Step()
    {
        TableSet table = _shard.Table;
        // The errors of the whole batch are known before the first weight moves.
        for (int i = 0; i < BatchSize; i++)
        {
            _batch[i] = _rng.NextInt(_shard.Count);
            float output = _network.Read(i, table.Features(_shard.Row(_batch[i])));
            _errors[i] = (float)table.Error(output, _shard.ToLearn(_batch[i]));
            _network.PassBack(i, _errors[i]);
        }
        float rate = _rate / (1 + _steps / HalvingSteps);
        _network.Shrink(1 - rate * Decay);
        rate /= BatchSize;
        for (int i = 0; i < BatchSize; i++)
        {
            _network.Descend(i, table.Features(_shard.Row(_batch[i])), _errors[i], rate);
        }
        _steps++;
    }
}
