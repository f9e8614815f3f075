using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>A layer from hidden units to the probability of each character: weighted sums of the units, and their
/// softmax.</summary>
/// <remarks>
/// The characters fill five vectors of fixed width but for one place, whose probability and error are zero. Sums run by
/// ascending unit, and over lanes in a fixed tree: the same bits on every processor. Unchecked: an index is below units
/// times vectors, the length of the array.
/// </remarks>
internal sealed class CharacterLayer
{
    private const int Vectors = Examination.Vectors;

    private readonly Lanes[] _weights;
    private readonly Lanes[] _biases = new Lanes[Vectors];

    /// <summary>A layer of random weights.</summary>
    /// <param name="units">Units that it reads.</param>
    /// <param name="rng">Draws the weights.</param>
    public CharacterLayer(int units, Rng rng)
    {
        _weights = new Lanes[units * Vectors];
        double deviation = Math.Sqrt(1.0 / units);
        Span<float> weights = Weights;
        for (int row = 0; row < weights.Length; row += Vectors * Lanes.Count)
        {
            for (int code = 0; code < Alphabet.Size; code++)
            {
                weights[row + code] = (float)rng.Normal(0, deviation);
            }
        }
    }

    /// <summary>A layer with the weights and biases of another.</summary>
    public CharacterLayer(CharacterLayer other)
    {
        _weights = [.. other._weights];
        other._biases.CopyTo(_biases);
    }

    /// <summary>Bytes of its weights and biases.</summary>
    public long Bytes => ((long)_weights.Length + _biases.Length) * Lanes.Count * sizeof(float);

    /// <summary>The weights unit by unit, each unit's characters padded to whole vectors.</summary>
    public Span<float> Weights => MemoryMarshal.Cast<Lanes, float>(_weights.AsSpan());

    /// <summary>Puts the probability of each character into <paramref name="probabilities"/>.</summary>
    public void Read(ReadOnlySpan<float> units, Span<Lanes> probabilities)
    {
        unchecked
        {
            Lanes a = _biases[0],
                b = _biases[1],
                c = _biases[2],
                d = _biases[3],
                e = _biases[4];
            ReadOnlySpan<Lanes> weights = _weights;
            int count = weights.Length / Vectors;
            for (int unit = 0; unit < count; unit++)
            {
                Lanes value = Vector256.Create(units[unit]);
                ReadOnlySpan<Lanes> row = weights.Slice(unit * Vectors, Vectors);
                a += value * row[0];
                b += value * row[1];
                c += value * row[2];
                d += value * row[3];
                e += value * row[4];
            }
            (probabilities[0], probabilities[1], probabilities[2]) = (a, b, c);
            (probabilities[3], probabilities[4]) = (d, e);
        }
        ToProbabilities(probabilities);
    }

    /// <summary>Puts into <paramref name="unitErrors"/> how much the loss grows with each unit.</summary>
    /// <param name="errors">How much it grows with each character's sum.</param>
    /// <param name="unitErrors">Takes the result.</param>
    public void PassBack(ReadOnlySpan<Lanes> errors, Span<float> unitErrors)
    {
        unchecked
        {
            ReadOnlySpan<Lanes> weights = _weights;
            for (int unit = 0; unit * Vectors < weights.Length; unit++)
            {
                ReadOnlySpan<Lanes> row = weights.Slice(unit * Vectors, Vectors);
                Lanes sum = errors[0] * row[0];
                for (int vector = 1; vector < Vectors; vector++)
                {
                    sum += errors[vector] * row[vector];
                }
                unitErrors[unit] = SumOfLanes(sum);
            }
        }
    }

    /// <summary>Moves weights and biases against the errors of the sums for some units.</summary>
    /// <param name="units">The units.</param>
    /// <param name="errors">How much the loss grows with each character's sum.</param>
    /// <param name="rate">How far to move.</param>
    public void Descend(ReadOnlySpan<float> units, ReadOnlySpan<Lanes> errors, float rate)
    {
        unchecked
        {
            Span<Lanes> weights = _weights;
            for (int unit = 0; unit * Vectors < weights.Length; unit++)
            {
                Move(weights.Slice(unit * Vectors, Vectors), errors, rate * units[unit]);
            }
            Move(_biases, errors, rate);
        }
    }

    private static void Move(Span<Lanes> row, ReadOnlySpan<Lanes> errors, float step)
    {
        Lanes steps = Vector256.Create(step);
        for (int vector = 0; vector < row.Length; vector++)
        {
            row[vector] -= steps * errors[vector];
        }
    }

    private static void ToProbabilities(Span<Lanes> sums)
    {
        Span<float> each = MemoryMarshal.Cast<Lanes, float>(sums);
        each[Alphabet.Size] = float.NegativeInfinity;
        Lanes largest = sums[0];
        for (int vector = 1; vector < Vectors; vector++)
        {
            largest = Vector256.Max(largest, sums[vector]);
        }
        // The largest sum becomes 0, so that nothing overflows.
        Lanes shift = Vector256.Create(LargestOfLanes(largest));
        Lanes total = Lanes.Zero;
        for (int vector = 0; vector < Vectors; vector++)
        {
            sums[vector] = LaneExponential.Exp(sums[vector] - shift);
            if (vector == Vectors - 1)
            {
                each[Alphabet.Size] = 0;
            }
            total += sums[vector];
        }
        Lanes whole = Vector256.Create(1 / SumOfLanes(total));
        for (int vector = 0; vector < Vectors; vector++)
        {
            sums[vector] *= whole;
        }
    }

    private static float LargestOfLanes(Lanes lanes)
    {
        float largest = lanes[0];
        for (int lane = 1; lane < Lanes.Count; lane++)
        {
            largest = Math.Max(largest, lanes[lane]);
        }
        return largest;
    }

    private static float SumOfLanes(Lanes lanes)
    {
        Vector128<float> pairs = lanes.GetLower() + lanes.GetUpper();
        return (pairs[0] + pairs[1]) + (pairs[2] + pairs[3]);
    }
}
