using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Greys = System.Runtime.Intrinsics.Vector256<ushort>;

namespace Simulator.Core.Tasks.Models;

/// <summary>Names the class that most of the nearest stored images have.</summary>
/// <remarks>
/// It stores the images of its shard one after the other, as many as it may; storing one costs an operation per pixel. A
/// distance is the sum of squared differences of all pixels, in the steps of grey that the set has: whole numbers, so the
/// order of summing cannot matter. Of images equally far away the one stored first is nearer, and of classes with equally
/// many neighbours the one with the nearest of them wins; before anything is stored the answer is the first class. An
/// answer costs a difference, a product and a sum per pixel of each stored image. Equal shards give equal bits on every
/// machine. Not safe for two threads at once.
/// </remarks>
public sealed class NearestNeighbours : IModel
{
    private const int MostNeighbours = 15;
    private const int MostStored = 600;
    private const int OperationsPerPixel = 3;

    private readonly ImageShard _shard;
    private readonly AnswerSheet _sheet;
    private readonly NearestPlaces _nearest;
    private readonly int _most;
    private readonly int _capacity;
    private readonly int _vectors;
    private readonly Greys[] _images;
    private readonly byte[] _labels;
    private readonly Greys[] _asked;

    // The first images may come from another shard, whose copy this model is.
    private readonly int _others;
    private int _stored;
    private long _unspent;

    /// <summary>A model that has stored nothing yet.</summary>
    /// <param name="shard">What it learns from.</param>
    /// <param name="neighbours">Neighbours that vote, in [1, 15].</param>
    /// <param name="stored">Images that it stores at most, in [1, 600].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public NearestNeighbours(ImageShard shard, int neighbours, int stored)
    {
        if (neighbours is < 1 or > MostNeighbours)
        {
            throw new ArgumentOutOfRangeException(
                nameof(neighbours),
                neighbours,
                "The number of neighbours lies in [1, 15]."
            );
        }
        if (stored is < 1 or > MostStored)
        {
            throw new ArgumentOutOfRangeException(
                nameof(stored),
                stored,
                "The number of stored images lies in [1, 600]."
            );
        }
        _shard = shard;
        _most = stored;
        _capacity = Math.Min(stored, shard.Count);
        _labels = new byte[_capacity];
        _vectors = (shard.Images.PixelCount + Greys.Count - 1) / Greys.Count;
        _images = new Greys[_capacity * _vectors];
        _asked = new Greys[_vectors];
        _nearest = new(neighbours);
        _sheet = new(shard.Images, Classify);
    }

    private NearestNeighbours(NearestNeighbours other, ImageShard shard)
    {
        _shard = shard;
        (_most, _vectors, _stored, Version) = (other._most, other._vectors, other._stored, other.Version);
        bool isSame = shard == other._shard;
        (_others, _unspent) = isSame ? (other._others, other._unspent) : (_stored, 0);
        _capacity = Math.Min(_most, _others + shard.Count);
        _labels = new byte[_capacity];
        _images = new Greys[_capacity * _vectors];
        _asked = new Greys[_vectors];
        other._labels.AsSpan(0, _stored).CopyTo(_labels);
        other._images.AsSpan(0, _stored * _vectors).CopyTo(_images);
        _nearest = new(other._nearest.Count);
        _sheet =
            shard.Images == other._shard.Images
                ? new(shard.Images, Classify, other._sheet)
                : new(shard.Images, Classify);
    }

    /// <inheritdoc/>
    public string Name => "nearest-neighbours";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Floating-point operations of one answer with the images stored now.</summary>
    public long AnswerOperations => (long)OperationsPerPixel * _stored * _shard.Images.PixelCount;

    /// <summary>Stores images as long as the next one is paid for and there is room.</summary>
    /// <param name="budget">Operations added to what earlier calls left.</param>
    /// <returns>Operations spent.</returns>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        if (_stored == _capacity)
        {
            return 0;
        }
        _unspent += budget;
        int price = _shard.Images.PixelCount;
        int read = (int)Math.Min(_unspent / price, _capacity - _stored);
        for (int i = 0; i < read; i++, _stored++)
        {
            int place = _stored - _others;
            Spread(_shard.Images, _shard.Image(place), _images.AsSpan(_stored * _vectors, _vectors));
            _labels[_stored] = (byte)_shard.Label(place);
        }
        if (read > 0)
        {
            Version++;
            _sheet.Forget();
        }
        long spent = (long)read * price;
        _unspent -= spent;
        return spent;
    }

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question) => _sheet.Answer(question);

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => _sheet.Knows(question);

    /// <summary>A copy that has stored the same images; its own are added as long as there is room.</summary>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) =>
        (data ?? _shard) is ImageShard own && own.Images.HasSizeOf(_shard.Images)
            ? new NearestNeighbours(this, own)
            : null;

    /// <summary>Room for the images that it may store, two bytes a pixel; it is taken at once.</summary>
    public long Bytes => (long)_images.Length * Greys.Count * sizeof(ushort);

    private int Classify(ImageSet set, int image)
    {
        Spread(set, image, _asked);
        _nearest.Clear();
        ReadOnlySpan<Greys> rest = _images.AsSpan(0, _stored * _vectors);
        for (int place = 0; place < _stored; place++)
        {
            _nearest.Offer(place, Distance(rest[.._vectors], _asked));
            rest = rest[_vectors..];
        }
        return _nearest.Vote(_labels);
    }

    private static void Spread(ImageSet set, int image, Span<Greys> greys) =>
        set.SpreadSteps(image, MemoryMarshal.Cast<Greys, ushort>(greys));

    /// <summary>Unchecked: a lane adds up the squares of at most 16 steps for every sixteenth pixel, which stays below 2¹⁶ for
    /// images of up to 4,080 pixels.</summary>
    private static uint Distance(ReadOnlySpan<Greys> one, ReadOnlySpan<Greys> other)
    {
        Greys sum = Greys.Zero;
        for (int i = 0; i < other.Length; i++)
        {
            Greys difference = one[i] - other[i];
            sum += difference * difference;
        }
        (Vector256<uint> lower, Vector256<uint> upper) = Vector256.Widen(sum);
        return Vector256.Sum(lower + upper);
    }
}
