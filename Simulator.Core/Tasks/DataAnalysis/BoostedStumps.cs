using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Gradient boosting with trees of one split: each stump corrects what the sum of those before it still gets wrong.</summary>
/// <remarks>
/// A step looks at up to 256 rows drawn from its shard with replacement, chooses the split of one feature between two of its
/// 32 bins that lowers the loss most (to second order, with a penalty of 10), and adds the two leaves, shrunk by the learning
/// rate. Stumps on one feature add up to one table of 32 numbers, so neither memory nor answers grow with their number. With
/// d features, a sample of m and a shard of n rows a step costs m · (2 d + 4) + 224 d + n operations; an answer costs 6 d,
/// five comparisons to find a bin and a sum. After J. Friedman, Stochastic gradient boosting, 2002. Sums run by ascending
/// place in doubles: the same bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class BoostedStumps : IModel, ITableLearner
{
    private const int LargestSample = 256;
    private const double Penalty = 10;
    private const int Bins = FeatureBins.PerFeature;
    private const int OperationsPerBin = 7;

    private readonly TableShard _shard;
    private readonly FeatureBins _bins;
    private readonly double _rate;
    private readonly Rng _rng;
    private readonly int _sample;
    private readonly double[] _outputs;
    private readonly double[] _leaves;
    private readonly double[] _errors;
    private readonly double[] _curvatures;
    private readonly TableTrainer _trainer;

    // Operations to work out what the leaves of another model say of the rows of this one's shard.
    private long _toReadRows;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="learningRate">Share of a leaf that is added, in (0, 1].</param>
    /// <param name="rng">The stream that its own is split from.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is outside (0, 1].</exception>
    public BoostedStumps(TableShard shard, double learningRate, Rng rng)
    {
        if (!(learningRate > 0 && learningRate <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(learningRate),
                learningRate,
                "A learning rate lies in (0, 1]."
            );
        }
        _shard = shard;
        _bins = shard.Table.Bins;
        _rate = learningRate;
        _rng = rng.Split();
        _sample = Math.Min(LargestSample, shard.Count);
        _outputs = new double[shard.Count];
        _leaves = new double[shard.Table.FeatureCount * Bins];
        _errors = new double[_leaves.Length];
        _curvatures = new double[_leaves.Length];
        _trainer = new(this, shard.Table);
    }

    private BoostedStumps(BoostedStumps other, TableShard? shard, Rng? rng)
    {
        _shard = shard ?? other._shard;
        (_bins, _rate) = (other._bins, other._rate);
        _rng = rng?.Split() ?? other._rng.Copy();
        _sample = Math.Min(LargestSample, _shard.Count);
        _leaves = [.. other._leaves];
        _errors = new double[_leaves.Length];
        _curvatures = new double[_leaves.Length];
        _outputs = shard is null ? [.. other._outputs] : new double[_shard.Count];
        _toReadRows = shard is null ? other._toReadRows : AnswerOperations * _shard.Count;
        _trainer = new(this, other._trainer, isSame: shard is null);
    }

    /// <inheritdoc/>
    public string Name => "stumps";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => (FeatureBins.ComparisonsPerFeature + 1L) * _shard.Table.FeatureCount;

    /// <summary>What each bin of each feature adds to the output: 32 numbers for the first feature, then the others.</summary>
    internal ReadOnlySpan<double> Leaves => _leaves;

    long? ITableLearner.NextStep =>
        _sample * (2L * _shard.Table.FeatureCount + 4)
        + OperationsPerBin * (long)_leaves.Length
        + _shard.Count
        + _toReadRows;

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new BoostedStumps(this, (TableShard?)data, rng) : null;

    /// <inheritdoc/>
    public long Bytes => (long)_leaves.Length * sizeof(double);

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    double ITableLearner.Output(TableSet table, int row) => Output(table.Bins.Of(row));

    private double Output(ReadOnlySpan<byte> bins)
    {
        double sum = 0;
        for (int feature = 0; feature < bins.Length; feature++)
        {
            sum += _leaves[feature * Bins + bins[feature]];
        }
        return sum;
    }

    void ITableLearner.Step()
    {
        for (int i = 0; _toReadRows > 0 && i < _outputs.Length; i++)
        {
            _outputs[i] = Output(_bins.Of(_shard.Row(i)));
        }
        _toReadRows = 0;
        (double error, double curvature) = AddUp();
        (int feature, int bin) = BestSplit(error, curvature);
        (double leftError, double leftCurvature) = (0, 0);
        for (int b = 0; b < bin; b++)
        {
            leftError += _errors[feature * Bins + b];
            leftCurvature += _curvatures[feature * Bins + b];
        }
        double left = -_rate * leftError / (leftCurvature + Penalty);
        double right = -_rate * (error - leftError) / (curvature - leftCurvature + Penalty);
        for (int b = 0; b < Bins; b++)
        {
            _leaves[feature * Bins + b] += b < bin ? left : right;
        }
        for (int i = 0; i < _outputs.Length; i++)
        {
            _outputs[i] += _bins.Of(_shard.Row(i))[feature] < bin ? left : right;
        }
    }

    /// <summary>Sums errors and curvatures of a new sample by feature and bin.</summary>
    /// <returns>The sums over the whole sample.</returns>
    private (double Error, double Curvature) AddUp()
    {
        TableSet table = _shard.Table;
        Array.Clear(_errors);
        Array.Clear(_curvatures);
        (double errors, double curvatures) = (0, 0);
        for (int i = 0; i < _sample; i++)
        {
            int at = _rng.NextInt(_shard.Count);
            double error = table.Error(_outputs[at], _shard.ToLearn(at));
            double curvature = table.Curvature(_outputs[at]);
            ReadOnlySpan<byte> bins = _bins.Of(_shard.Row(at));
            for (int feature = 0; feature < bins.Length; feature++)
            {
                int cell = feature * Bins + bins[feature];
                _errors[cell] += error;
                _curvatures[cell] += curvature;
            }
            errors += error;
            curvatures += curvature;
        }
        return (errors, curvatures);
    }

    /// <summary>The split that lowers the loss most; the first of equals.</summary>
    /// <returns>The feature, and the first bin to the right of the split.</returns>
    private (int Feature, int Bin) BestSplit(double errors, double curvatures)
    {
        (int bestFeature, int bestBin, double best) = (0, 1, 0);
        for (int feature = 0; feature * Bins < _errors.Length; feature++)
        {
            (double error, double curvature) = (0, 0);
            for (int bin = 1; bin < Bins; bin++)
            {
                error += _errors[feature * Bins + bin - 1];
                curvature += _curvatures[feature * Bins + bin - 1];
                double rest = errors - error;
                double gain =
                    error * error / (curvature + Penalty) + rest * rest / (curvatures - curvature + Penalty);
                if (gain > best)
                {
                    (bestFeature, bestBin, best) = (feature, bin, gain);
                }
            }
        }
        return (bestFeature, bestBin);
    }
}
