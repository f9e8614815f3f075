using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>A layer that reads the last characters of a text: each character at each distance has a weight for each
/// unit; a unit is the sum of those it meets, and a bias.</summary>
/// <remarks>
/// Eight units share a vector of fixed width; the last vector is padded, and padding stays zero since it starts so and
/// never errs. Sums run from the nearest character to the farthest: the same bits on every processor. Unchecked: a row is
/// below distances times characters, so an index is below the length of the array.
/// </remarks>
internal sealed class HistoryLayer
{
    private readonly int _reach;
    private readonly Lanes[] _weights;
    private readonly Lanes[] _biases;

    /// <summary>A layer of random weights.</summary>
    /// <param name="reach">Characters that it reads.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="rng">Draws the weights.</param>
    public HistoryLayer(int reach, int units, Rng rng)
    {
        _reach = reach;
        _biases = new Lanes[(units + Lanes.Count - 1) / Lanes.Count];
        _weights = new Lanes[reach * Alphabet.Size * _biases.Length];
        double deviation = Math.Sqrt(2.0 / reach);
        Span<float> weights = MemoryMarshal.Cast<Lanes, float>(_weights.AsSpan());
        for (int row = 0; row < weights.Length; row += _biases.Length * Lanes.Count)
        {
            for (int unit = 0; unit < units; unit++)
            {
                weights[row + unit] = (float)rng.Normal(0, deviation);
            }
        }
    }

    /// <summary>A layer with the weights and biases of another.</summary>
    public HistoryLayer(HistoryLayer other)
    {
        _reach = other._reach;
        _weights = [.. other._weights];
        _biases = [.. other._biases];
    }

    /// <summary>Vectors that hold a number for each unit.</summary>
    public int Vectors => _biases.Length;

    /// <summary>Bytes of its weights and biases.</summary>
    public long Bytes => ((long)_weights.Length + _biases.Length) * Lanes.Count * sizeof(float);

    /// <summary>Puts the sums for a text into <paramref name="sums"/>.</summary>
    public void Read(ReadOnlySpan<byte> history, Span<Lanes> sums)
    {
        unchecked
        {
            _biases.CopyTo(sums);
            int reach = Math.Min(_reach, history.Length);
            for (int distance = 0; distance < reach; distance++)
            {
                ReadOnlySpan<Lanes> row = Row(distance, history[history.Length - 1 - distance]);
                for (int vector = 0; vector < row.Length; vector++)
                {
                    sums[vector] += row[vector];
                }
            }
        }
    }

    /// <summary>Moves weights and biases against the errors of the sums for a text.</summary>
    /// <param name="history">The text.</param>
    /// <param name="errors">How much the loss grows with each sum.</param>
    /// <param name="rate">How far to move.</param>
    public void Descend(ReadOnlySpan<byte> history, ReadOnlySpan<Lanes> errors, float rate)
    {
        unchecked
        {
            Lanes rates = Vector256.Create(rate);
            int reach = Math.Min(_reach, history.Length);
            for (int distance = 0; distance < reach; distance++)
            {
                Move(Row(distance, history[history.Length - 1 - distance]), errors, rates);
            }
            Move(_biases, errors, rates);
        }
    }

    private static void Move(Span<Lanes> row, ReadOnlySpan<Lanes> errors, Lanes rates)
    {
        for (int vector = 0; vector < row.Length; vector++)
        {
            row[vector] -= rates * errors[vector];
        }
    }

    private Span<Lanes> Row(int distance, byte code) =>
        _weights.AsSpan(unchecked((distance * Alphabet.Size + code) * Vectors), Vectors);
}
