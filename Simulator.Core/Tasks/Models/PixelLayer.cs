using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>A layer that reads an image: each unit is a weighted sum of the pixels, and a bias.</summary>
/// <remarks>
/// Eight units share a vector of fixed width; the last vector is padded, and padding stays zero since it starts so and
/// never errs. A unit adds up the lit pixels by ascending place, each product and each sum rounded on its own: the same
/// bits on every processor. Unchecked: a place is below the pixel count, so an index is below the length of an array.
/// </remarks>
internal sealed class PixelLayer
{
    private readonly Lanes[] _weights;
    private readonly Lanes[] _biases;

    /// <summary>A layer of zeros.</summary>
    /// <param name="pixels">Pixels of an image.</param>
    /// <param name="units">Units of the layer.</param>
    public PixelLayer(int pixels, int units)
    {
        Units = units;
        _biases = new Lanes[(units + Lanes.Count - 1) / Lanes.Count];
        _weights = new Lanes[pixels * _biases.Length];
    }

    /// <summary>A layer with the weights and biases of another.</summary>
    public PixelLayer(PixelLayer other)
    {
        Units = other.Units;
        _biases = [.. other._biases];
        _weights = [.. other._weights];
    }

    /// <summary>Units of the layer.</summary>
    public int Units { get; }

    /// <summary>Vectors that hold a number for each unit.</summary>
    public int Vectors => _biases.Length;

    /// <summary>Bytes of its weights and biases.</summary>
    public long Bytes => (_weights.Length + (long)_biases.Length) * Lanes.Count * sizeof(float);

    /// <summary>The weights pixel by pixel, each pixel's units padded to whole vectors.</summary>
    public Span<float> Weights => MemoryMarshal.Cast<Lanes, float>(_weights.AsSpan());

    /// <summary>The biases, padded to whole vectors.</summary>
    public Span<float> Biases => MemoryMarshal.Cast<Lanes, float>(_biases.AsSpan());

    /// <summary>Gives each weight a draw from the normal distribution around 0.</summary>
    public void Randomize(double deviation, Rng rng)
    {
        Span<float> weights = Weights;
        for (int pixel = 0; pixel < weights.Length; pixel += Vectors * Lanes.Count)
        {
            for (int unit = 0; unit < Units; unit++)
            {
                weights[pixel + unit] = (float)rng.Normal(0, deviation);
            }
        }
    }

    /// <summary>Floating-point operations to read one image and to learn from it.</summary>
    public long Operations(int litPixels) => 2 * ReadingOperations(litPixels);

    /// <summary>Floating-point operations to read one image.</summary>
    public long ReadingOperations(int litPixels) => 2L * (litPixels + 1) * Units;

    /// <summary>Puts the sums for an image into <paramref name="sums"/>.</summary>
    public void Read(LitPixels image, Span<Lanes> sums)
    {
        int vector = 0;
        for (; vector + 4 <= sums.Length; vector += 4)
        {
            ReadFour(image, vector, sums);
        }
        for (; vector < sums.Length; vector++)
        {
            ReadOne(image, vector, sums);
        }
    }

    /// <summary>Moves weights and biases against the errors of the sums for an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="errors">How much the loss grows with each sum.</param>
    /// <param name="rate">How far to move.</param>
    public void Descend(LitPixels image, ReadOnlySpan<Lanes> errors, float rate)
    {
        unchecked
        {
            ReadOnlySpan<ushort> places = image.Places;
            ReadOnlySpan<float> greys = image.Greys;
            Span<Lanes> weights = _weights;
            for (int i = 0; i < places.Length; i++)
            {
                Lanes step = Vector256.Create(rate * greys[i]);
                Span<Lanes> row = weights.Slice(places[i] * errors.Length, errors.Length);
                for (int vector = 0; vector < row.Length; vector++)
                {
                    row[vector] -= step * errors[vector];
                }
            }
            Lanes whole = Vector256.Create(rate);
            for (int vector = 0; vector < errors.Length; vector++)
            {
                _biases[vector] -= whole * errors[vector];
            }
        }
    }

    // Four vectors at once: their sums wait in registers, and none of them has to wait for another.
    private void ReadFour(LitPixels image, int vector, Span<Lanes> sums)
    {
        unchecked
        {
            ReadOnlySpan<ushort> places = image.Places;
            ReadOnlySpan<float> greys = image.Greys;
            Lanes[] weights = _weights;
            Lanes a = _biases[vector],
                b = _biases[vector + 1],
                c = _biases[vector + 2],
                d = _biases[vector + 3];
            for (int i = 0; i < places.Length; i++)
            {
                Lanes grey = Vector256.Create(greys[i]);
                int row = places[i] * sums.Length + vector;
                a += grey * weights[row];
                b += grey * weights[row + 1];
                c += grey * weights[row + 2];
                d += grey * weights[row + 3];
            }
            sums[vector] = a;
            sums[vector + 1] = b;
            sums[vector + 2] = c;
            sums[vector + 3] = d;
        }
    }

    private void ReadOne(LitPixels image, int vector, Span<Lanes> sums)
    {
        unchecked
        {
            ReadOnlySpan<ushort> places = image.Places;
            ReadOnlySpan<float> greys = image.Greys;
            Lanes sum = _biases[vector];
            for (int i = 0; i < places.Length; i++)
            {
                sum += Vector256.Create(greys[i]) * _weights[places[i] * sums.Length + vector];
            }
            sums[vector] = sum;
        }
    }
}
