using System.Runtime.InteropServices;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>A classifier of images with filters of 3 × 3 pixels, the largest of each 2 × 2 of their sums, rectified, and a
/// softmax over the classes.</summary>
/// <remarks>
/// It starts from small random weights and takes steps of gradient descent on the mean cross-entropy of 32 images, drawn
/// from its shard with replacement; step number s goes rate / (1 + s / 1,000) along the gradient. With f filters, each on
/// p places of an image, and u pooled units in all, a step costs 20 · f · p + 83 · u + 40 operations for each of its
/// images: a product and a sum per weight and bias at every place, three comparisons for a unit, 60 · u + 40 between units
/// and classes as in a perceptron, and 20 for the one place of a unit that learns. Equal shards, numbers of filters, rates
/// and streams give equal bits on every machine. Not safe for two threads at once.
/// </remarks>
public sealed class Convolution : IModel, IClassifier
{
    private const int MostFilters = 4;
    private const int ComparisonsPerUnit = FilterGrid.Pool * FilterGrid.Pool - 1;

    private readonly FilterGrid _grid;
    private readonly int _filters;
    private readonly int _vectors;
    private readonly float[] _pixels;
    private readonly float[] _sums;
    private readonly int[] _places;
    private readonly Lanes[] _units;
    private readonly Lanes[] _unitErrors;
    private readonly float[] _errors = new float[Trainer.BatchSize * ImageSet.ClassCount];
    private readonly Trainer _trainer;

    /// <summary>An untrained model.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="filters">Filters, in [1, 4].</param>
    /// <param name="learningRate">How far the first step goes along the gradient, in (0, 1].</param>
    /// <param name="rng">The stream that its own is split from.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="filters"/> is outside [1, 4], or
    /// <paramref name="learningRate"/> outside (0, 1].</exception>
    public Convolution(ImageShard shard, int filters, double learningRate, Rng rng)
    {
        if (filters is < 1 or > MostFilters)
        {
            throw new ArgumentOutOfRangeException(
                nameof(filters),
                filters,
                "The number of filters lies in [1, 4]."
            );
        }
        _filters = filters;
        _grid = new(shard.Images);
        Filters = new(_grid, filters);
        Output = new(filters * _grid.Units);
        _vectors = (Output.Units + Lanes.Count - 1) / Lanes.Count;
        _pixels = new float[_grid.PixelLength];
        _sums = new float[filters * _grid.SumStride];
        _places = new int[Output.Units + Lanes.Count];
        // One vector more than the units fill: a pooled row is written in whole vectors.
        _units = new Lanes[Trainer.BatchSize * _vectors + 1];
        _unitErrors = new Lanes[_vectors];
        Rng own = rng.Split();
        Filters.Randomize(Math.Sqrt(2.0 / (FilterGrid.Side * FilterGrid.Side)), own);
        Output.Randomize(Math.Sqrt(1.0 / Output.Units), own);
        _trainer = new(this, shard, learningRate, own);
    }

    private Convolution(Convolution other, ImageShard? shard, Rng? rng)
    {
        (_filters, _grid, _vectors) = (other._filters, other._grid, other._vectors);
        Filters = new(other.Filters, _grid);
        Output = new(other.Output);
        _pixels = new float[other._pixels.Length];
        _sums = new float[other._sums.Length];
        _places = new int[other._places.Length];
        _units = new Lanes[other._units.Length];
        _unitErrors = new Lanes[other._unitErrors.Length];
        _trainer = new(this, other._trainer, shard, rng);
    }

    /// <inheritdoc/>
    public string Name => "convolution";

    /// <inheritdoc/>
    public int Version => _trainer.Version;

    /// <inheritdoc/>
    public long AnswerOperations => _trainer.AnswerOperations;

    /// <summary>From pixels to sums.</summary>
    internal FilterLayer Filters { get; }

    /// <summary>From pooled units to classes.</summary>
    internal ClassLayer Output { get; }

    /// <summary>Where the filters lie.</summary>
    internal FilterGrid Grid => _grid;

    /// <inheritdoc/>
    public long Train(long budget) => _trainer.Train(budget);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _trainer.Answer(question);

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        _trainer.Accepts(data) ? new Convolution(this, (ImageShard?)data, rng) : null;

    /// <inheritdoc/>
    public long Bytes => Filters.Bytes + Output.Bytes;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _trainer.Knows(question);

    long IClassifier.Operations(int litPixels) =>
        Filters.OperationsPerPlace * (_grid.Places + _grid.Units)
        + ComparisonsPerUnit * Output.Units
        + Output.Operations;

    long IClassifier.ReadingOperations(int litPixels) =>
        Filters.OperationsPerPlace * _grid.Places
        + ComparisonsPerUnit * Output.Units
        + Output.ReadingOperations;

    int IClassifier.Classify(LitPixels image)
    {
        Read(image, 0);
        return Softmax.Choose(Errors(0));
    }

    void IClassifier.Learn(ImageShard shard, ReadOnlySpan<int> batch, float rate)
    {
        // The gradient of the whole batch is known before the first weight moves.
        for (int i = 0; i < batch.Length; i++)
        {
            Read(shard.Lit(batch[i]), i);
            Softmax.ToErrors(Errors(i), shard.Label(batch[i]));
            Output.PassBack(Errors(i), _unitErrors);
            Rectifier.KeepWhereActive(Units(i), _unitErrors);
            Gather();
        }
        rate /= batch.Length;
        for (int i = 0; i < batch.Length; i++)
        {
            Output.Descend(Units(i), Errors(i), rate);
        }
        Filters.Descend(rate);
    }

    private void Read(LitPixels image, int i)
    {
        image.Spread(_pixels);
        Filters.Read(_pixels, _sums);
        Span<float> units = MemoryMarshal.Cast<Lanes, float>(_units.AsSpan(i * _vectors));
        for (int filter = 0; filter < _filters; filter++)
        {
            int first = filter * _grid.Units;
            MaxPool.Read(
                _grid,
                _sums.AsSpan(filter * _grid.SumStride),
                units[first..],
                _places.AsSpan(first)
            );
        }
        Rectifier.KeepWhereActive(Units(i), Units(i));
        Output.Read(Units(i), Errors(i));
    }

    private void Gather()
    {
        ReadOnlySpan<float> errors = MemoryMarshal.Cast<Lanes, float>(_unitErrors.AsSpan());
        for (int filter = 0; filter < _filters; filter++)
        {
            Range units = (filter * _grid.Units)..((filter + 1) * _grid.Units);
            Filters.Gather(filter, _pixels, _places.AsSpan(units), errors[units]);
        }
    }

    private Span<Lanes> Units(int image) => _units.AsSpan(image * _vectors, _vectors);

    private Span<float> Errors(int image) => _errors.AsSpan(image * ImageSet.ClassCount, ImageSet.ClassCount);
}
