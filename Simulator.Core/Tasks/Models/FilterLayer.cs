using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>Filters of 3 × 3 pixels that are laid on every place of an image: each is nine weights and a bias.</summary>
/// <remarks>
/// Eight neighbouring places share a vector of fixed width. A place adds to the bias its nine products by row and
/// column, each product and each sum rounded on its own; a gradient adds up the places in the order they are given in:
/// the same bits on every processor. Unchecked: a place and a row's end lie within the lengths that the grid states.
/// </remarks>
/// <param name="grid">Where the filters lie.</param>
/// <param name="filters">How many there are.</param>
internal sealed class FilterLayer(FilterGrid grid, int filters)
{
    private const int Weights3x3 = FilterGrid.Side * FilterGrid.Side;

    private readonly float[] _weights = new float[filters * Weights3x3];
    private readonly float[] _biases = new float[filters];

    // The gradient, a vector for each row of a filter; the fourth lane holds a pixel beyond the row, and is not read.
    private readonly Vector128<float>[] _rows = new Vector128<float>[filters * FilterGrid.Side];
    private readonly float[] _biasGradients = new float[filters];

    /// <summary>Filters with the weights and biases of others, between two steps.</summary>
    public FilterLayer(FilterLayer other, FilterGrid grid)
        : this(grid, other._biases.Length)
    {
        other._weights.CopyTo(_weights);
        other._biases.CopyTo(_biases);
    }

    /// <summary>Bytes of its weights and biases.</summary>
    public long Bytes => ((long)_weights.Length + _biases.Length) * sizeof(float);

    /// <summary>The weights, filter by filter, each by row and column.</summary>
    public Span<float> Weights => _weights;

    /// <summary>The biases.</summary>
    public Span<float> Biases => _biases;

    /// <summary>Floating-point operations to lay every filter on one place: a product and a sum per weight and bias.</summary>
    public long OperationsPerPlace => 2L * (Weights3x3 + 1) * filters;

    /// <summary>Gives each weight a draw from the normal distribution around 0.</summary>
    public void Randomize(double deviation, Rng rng)
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] = (float)rng.Normal(0, deviation);
        }
    }

    /// <summary>Puts the sums at all places into <paramref name="sums"/>, filter by filter.</summary>
    /// <param name="pixels">An image, with the margin that the grid asks for.</param>
    /// <param name="sums">Takes the result.</param>
    public void Read(ReadOnlySpan<float> pixels, Span<float> sums)
    {
        for (int filter = 0; filter < _biases.Length; filter++)
        {
            Read(pixels, filter, sums.Slice(filter * grid.SumStride, grid.SumStride));
        }
    }

    /// <summary>Adds to the gradient what the errors at some places say of one filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="pixels">The image.</param>
    /// <param name="places">The places.</param>
    /// <param name="errors">How much the loss grows with the sum at each of them.</param>
    public void Gather(
        int filter,
        ReadOnlySpan<float> pixels,
        ReadOnlySpan<int> places,
        ReadOnlySpan<float> errors
    )
    {
        unchecked
        {
            ref float first = ref MemoryMarshal.GetReference(pixels);
            Span<Vector128<float>> rows = _rows.AsSpan(filter * FilterGrid.Side, FilterGrid.Side);
            (Vector128<float> top, Vector128<float> middle, Vector128<float> bottom) = (
                rows[0],
                rows[1],
                rows[2]
            );
            float bias = _biasGradients[filter];
            (nuint second, nuint third) = ((nuint)grid.Width, 2 * (nuint)grid.Width);
            for (int i = 0; i < places.Length; i++)
            {
                if (errors[i] == 0)
                {
                    continue;
                }
                nuint place = (nuint)places[i];
                Vector128<float> error = Vector128.Create(errors[i]);
                top += error * Vector128.LoadUnsafe(ref first, place);
                middle += error * Vector128.LoadUnsafe(ref first, place + second);
                bottom += error * Vector128.LoadUnsafe(ref first, place + third);
                bias += errors[i];
            }
            (rows[0], rows[1], rows[2]) = (top, middle, bottom);
            _biasGradients[filter] = bias;
        }
    }

    /// <summary>Moves weights and biases against the gradient that was gathered, and forgets it.</summary>
    /// <param name="rate">How far to move.</param>
    public void Descend(float rate)
    {
        for (int row = 0; row < _rows.Length; row++)
        {
            for (int column = 0; column < FilterGrid.Side; column++)
            {
                _weights[row * FilterGrid.Side + column] -= rate * _rows[row][column];
            }
        }
        for (int filter = 0; filter < _biases.Length; filter++)
        {
            _biases[filter] -= rate * _biasGradients[filter];
        }
        Array.Clear(_rows);
        Array.Clear(_biasGradients);
    }

    private void Read(ReadOnlySpan<float> pixels, int filter, Span<float> sums)
    {
        unchecked
        {
            ReadOnlySpan<float> w = _weights.AsSpan(filter * Weights3x3, Weights3x3);
            Lanes bias = Vector256.Create(_biases[filter]);
            (Lanes a, Lanes b, Lanes c) = (
                Vector256.Create(w[0]),
                Vector256.Create(w[1]),
                Vector256.Create(w[2])
            );
            (Lanes d, Lanes e, Lanes f) = (
                Vector256.Create(w[3]),
                Vector256.Create(w[4]),
                Vector256.Create(w[5])
            );
            (Lanes g, Lanes h, Lanes i) = (
                Vector256.Create(w[6]),
                Vector256.Create(w[7]),
                Vector256.Create(w[8])
            );
            ref float top = ref MemoryMarshal.GetReference(pixels);
            ref float middle = ref MemoryMarshal.GetReference(pixels[grid.Width..]);
            ref float bottom = ref MemoryMarshal.GetReference(pixels[(2 * grid.Width)..]);
            ref float to = ref MemoryMarshal.GetReference(sums);
            for (nuint n = 0; n < (nuint)(grid.SumVectors * Lanes.Count); n += (nuint)Lanes.Count)
            {
                Lanes sum = bias + a * Vector256.LoadUnsafe(ref top, n);
                sum += b * Vector256.LoadUnsafe(ref top, n + 1);
                sum += c * Vector256.LoadUnsafe(ref top, n + 2);
                sum += d * Vector256.LoadUnsafe(ref middle, n);
                sum += e * Vector256.LoadUnsafe(ref middle, n + 1);
                sum += f * Vector256.LoadUnsafe(ref middle, n + 2);
                sum += g * Vector256.LoadUnsafe(ref bottom, n);
                sum += h * Vector256.LoadUnsafe(ref bottom, n + 1);
                sum += i * Vector256.LoadUnsafe(ref bottom, n + 2);
                sum.StoreUnsafe(ref to, n);
            }
        }
    }
}
