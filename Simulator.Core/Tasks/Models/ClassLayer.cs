using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.Models;

/// <summary>A layer from hidden units to classes: each class is a weighted sum of the units, and a bias.</summary>
/// <remarks>
/// Eight units share a vector of fixed width, padded with zeros. A class adds up vector by vector, then the eight lanes
/// in a fixed tree, each product and each sum rounded on its own: the same bits on every processor. Unchecked: indices
/// are classes times vectors, the length of an array.
/// </remarks>
internal sealed class ClassLayer
{
    private readonly int _vectors;
    private readonly Lanes[] _weights;
    private readonly float[] _biases = new float[ImageSet.ClassCount];

    /// <summary>A layer of zeros.</summary>
    /// <param name="units">Units that it reads.</param>
    public ClassLayer(int units)
    {
        Units = units;
        _vectors = (units + Lanes.Count - 1) / Lanes.Count;
        _weights = new Lanes[ImageSet.ClassCount * _vectors];
    }

    /// <summary>A layer with the weights and biases of another.</summary>
    public ClassLayer(ClassLayer other)
        : this(other.Units)
    {
        other._weights.CopyTo(_weights);
        other._biases.CopyTo(_biases);
    }

    /// <summary>Units that it reads.</summary>
    public int Units { get; }

    /// <summary>Bytes of its weights and biases.</summary>
    public long Bytes => ((long)_weights.Length * Lanes.Count + _biases.Length) * sizeof(float);

    /// <summary>The weights class by class, each class's units padded to whole vectors.</summary>
    public Span<float> Weights => MemoryMarshal.Cast<Lanes, float>(_weights.AsSpan());

    /// <summary>The biases.</summary>
    public Span<float> Biases => _biases;

    /// <summary>Floating-point operations to read the units once, to learn from them and to pass errors back.</summary>
    public long Operations => ImageSet.ClassCount * (6L * Units + 4);

    /// <summary>Floating-point operations to read the units once.</summary>
    public long ReadingOperations => ImageSet.ClassCount * (2L * Units + 2);

    /// <summary>Gives each weight a draw from the normal distribution around 0.</summary>
    public void Randomize(double deviation, Rng rng)
    {
        Span<float> weights = Weights;
        for (int row = 0; row < weights.Length; row += _vectors * Lanes.Count)
        {
            for (int unit = 0; unit < Units; unit++)
            {
                weights[row + unit] = (float)rng.Normal(0, deviation);
            }
        }
    }

    /// <summary>Puts the sum for each class into <paramref name="sums"/>.</summary>
    public void Read(ReadOnlySpan<Lanes> units, Span<float> sums)
    {
        for (int label = 0; label < _biases.Length; label++)
        {
            ReadOnlySpan<Lanes> row = Row(label);
            Lanes sum = Lanes.Zero;
            for (int vector = 0; vector < row.Length; vector++)
            {
                sum += row[vector] * units[vector];
            }
            sums[label] = _biases[label] + SumOfLanes(sum);
        }
    }

    /// <summary>Puts into <paramref name="unitErrors"/> how much the loss grows with each unit.</summary>
    /// <param name="errors">How much it grows with each class's sum.</param>
    /// <param name="unitErrors">Takes the result.</param>
    public void PassBack(ReadOnlySpan<float> errors, Span<Lanes> unitErrors)
    {
        unitErrors.Clear();
        for (int label = 0; label < _biases.Length; label++)
        {
            ReadOnlySpan<Lanes> row = Row(label);
            Lanes error = Vector256.Create(errors[label]);
            for (int vector = 0; vector < row.Length; vector++)
            {
                unitErrors[vector] += error * row[vector];
            }
        }
    }

    /// <summary>Moves weights and biases against the errors of the sums for some units.</summary>
    /// <param name="units">The units.</param>
    /// <param name="errors">How much the loss grows with each class's sum.</param>
    /// <param name="rate">How far to move.</param>
    public void Descend(ReadOnlySpan<Lanes> units, ReadOnlySpan<float> errors, float rate)
    {
        for (int label = 0; label < _biases.Length; label++)
        {
            Span<Lanes> row = Row(label);
            float step = rate * errors[label];
            Lanes steps = Vector256.Create(step);
            for (int vector = 0; vector < row.Length; vector++)
            {
                row[vector] -= steps * units[vector];
            }
            _biases[label] -= step;
        }
    }

    private Span<Lanes> Row(int label) => _weights.AsSpan(unchecked(label * _vectors), _vectors);

    private static float SumOfLanes(Lanes lanes)
    {
        Vector128<float> pairs = lanes.GetLower() + lanes.GetUpper();
        return (pairs[0] + pairs[1]) + (pairs[2] + pairs[3]);
    }
}
