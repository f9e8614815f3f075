using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Rectified units that read the features of a row, and one weighted sum of them.</summary>
/// <remarks>
/// Eight units share a vector of fixed width; the last one is padded, and padding stays zero since it starts so and never
/// errs. A unit adds up its features by ascending place, the output its vectors and then the eight lanes in a fixed tree,
/// each product and each sum rounded on its own: the same bits on every processor. Unchecked: indices are features times
/// vectors, the length of an array.
/// </remarks>
internal sealed class HiddenUnits
{
    private readonly int _vectors;
    private readonly Lanes[] _weights;
    private readonly Lanes[] _biases;
    private readonly Lanes[] _output;
    private readonly Lanes[] _units;
    private readonly Lanes[] _unitErrors;
    private float _outputBias;

    /// <summary>Units with random weights, and an output of zero.</summary>
    /// <param name="features">Numbers of a row.</param>
    /// <param name="units">Units.</param>
    /// <param name="batch">Rows that it keeps in mind at once.</param>
    /// <param name="rng">Draws the weights.</param>
    public HiddenUnits(int features, int units, int batch, Rng rng)
    {
        Units = units;
        _vectors = (units + Lanes.Count - 1) / Lanes.Count;
        _weights = new Lanes[features * _vectors];
        _biases = new Lanes[_vectors];
        _output = new Lanes[_vectors];
        _units = new Lanes[batch * _vectors];
        _unitErrors = new Lanes[batch * _vectors];
        double deviation = Math.Sqrt(2.0 / features);
        Span<float> weights = MemoryMarshal.Cast<Lanes, float>(_weights.AsSpan());
        for (int row = 0; row < weights.Length; row += _vectors * Lanes.Count)
        {
            for (int unit = 0; unit < units; unit++)
            {
                weights[row + unit] = (float)rng.Normal(0, deviation);
            }
        }
    }

    /// <summary>Units with the weights and biases of others.</summary>
    public HiddenUnits(HiddenUnits other)
    {
        (Units, _vectors, _outputBias) = (other.Units, other._vectors, other._outputBias);
        _weights = [.. other._weights];
        _biases = [.. other._biases];
        _output = [.. other._output];
        _units = new Lanes[other._units.Length];
        _unitErrors = new Lanes[other._unitErrors.Length];
    }

    /// <summary>How many units there are.</summary>
    public int Units { get; }

    /// <summary>Bytes of its weights and biases.</summary>
    public long Bytes =>
        ((long)_weights.Length + _biases.Length + _output.Length) * Lanes.Count * sizeof(float);

    /// <summary>Every weight and bias: those of the features, of the units, of the output.</summary>
    public float[] Parameters() =>
        [
            .. MemoryMarshal.Cast<Lanes, float>(_weights.AsSpan()),
            .. MemoryMarshal.Cast<Lanes, float>(_biases.AsSpan()),
            .. MemoryMarshal.Cast<Lanes, float>(_output.AsSpan()),
            _outputBias,
        ];

    /// <summary>The output for a row, whose units are kept in mind.</summary>
    /// <param name="place">Where, below the size of the batch.</param>
    /// <param name="features">The row.</param>
    public float Read(int place, ReadOnlySpan<float> features)
    {
        Span<Lanes> units = Of(_units, place);
        Lanes total = Lanes.Zero;
        int vector = 0;
        for (; vector + 2 <= units.Length; vector += 2)
        {
            (units[vector], units[vector + 1]) = SumTwo(features, vector);
        }
        if (vector < units.Length)
        {
            units[vector] = Sum(features, vector);
        }
        for (vector = 0; vector < units.Length; vector++)
        {
            units[vector] = Vector256.ConditionalSelect(
                Vector256.GreaterThan(units[vector], Lanes.Zero),
                units[vector],
                Lanes.Zero
            );
            total += units[vector] * _output[vector];
        }
        Vector128<float> pairs = total.GetLower() + total.GetUpper();
        return _outputBias + ((pairs[0] + pairs[1]) + (pairs[2] + pairs[3]));
    }

    /// <summary>Works out how much the loss grows with each unit of a row that was read.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="error">How much it grows with the output.</param>
    public void PassBack(int place, float error)
    {
        ReadOnlySpan<Lanes> units = Of(_units, place);
        Span<Lanes> errors = Of(_unitErrors, place);
        for (int vector = 0; vector < units.Length; vector++)
        {
            errors[vector] = Vector256.ConditionalSelect(
                Vector256.GreaterThan(units[vector], Lanes.Zero),
                Vector256.Create(error) * _output[vector],
                Lanes.Zero
            );
        }
    }

    /// <summary>Draws all weights, but not the biases, towards zero.</summary>
    /// <param name="share">Share of each weight that is kept.</param>
    public void Shrink(float share)
    {
        Lanes kept = Vector256.Create(share);
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] *= kept;
        }
        for (int vector = 0; vector < _output.Length; vector++)
        {
            _output[vector] *= kept;
        }
    }

    /// <summary>Moves weights and biases against the errors of a row that was read and passed back.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="features">The row.</param>
    /// <param name="error">How much the loss grows with the output.</param>
    /// <param name="rate">How far to move.</param>
    public void Descend(int place, ReadOnlySpan<float> features, float error, float rate)
    {
        ReadOnlySpan<Lanes> units = Of(_units, place);
        ReadOnlySpan<Lanes> errors = Of(_unitErrors, place);
        Lanes step = Vector256.Create(rate * error);
        Lanes whole = Vector256.Create(rate);
        for (int vector = 0; vector < units.Length; vector++)
        {
            _output[vector] -= step * units[vector];
            _biases[vector] -= whole * errors[vector];
        }
        _outputBias -= rate * error;
        for (int feature = 0; feature < features.Length; feature++)
        {
            Lanes move = Vector256.Create(rate * features[feature]);
            Span<Lanes> row = _weights.AsSpan(unchecked(feature * _vectors), _vectors);
            for (int vector = 0; vector < row.Length; vector++)
            {
                row[vector] -= move * errors[vector];
            }
        }
    }

    // Two vectors at once: neither sum has to wait for the other.
    private (Lanes First, Lanes Second) SumTwo(ReadOnlySpan<float> features, int vector)
    {
        unchecked
        {
            Lanes[] weights = _weights;
            (Lanes a, Lanes b) = (_biases[vector], _biases[vector + 1]);
            for (int feature = 0; feature < features.Length; feature++)
            {
                Lanes value = Vector256.Create(features[feature]);
                a += value * weights[feature * _vectors + vector];
                b += value * weights[feature * _vectors + vector + 1];
            }
            return (a, b);
        }
    }

    private Lanes Sum(ReadOnlySpan<float> features, int vector)
    {
        unchecked
        {
            Lanes sum = _biases[vector];
            for (int feature = 0; feature < features.Length; feature++)
            {
                sum += Vector256.Create(features[feature]) * _weights[feature * _vectors + vector];
            }
            return sum;
        }
    }

    private Span<Lanes> Of(Lanes[] lanes, int place) => lanes.AsSpan(place * _vectors, _vectors);
}
