using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>How often each character was seen, and how often after each other one.</summary>
/// <remarks>
/// Probabilities by Witten and Bell, "The zero-frequency problem" (IEEE Trans. Information Theory 37, 1991), method C: a
/// context in which u different characters were seen n times in all gives n / (n + u) of its belief to them, and the
/// rest to the next shorter context; the shortest holds all equally probable. Counts are floats, exact up to 2²⁴.
/// Unchecked: an index is below the length of an array.
/// </remarks>
internal sealed class PairCounts
{
    private const int Anywhere = Alphabet.Size;

    private readonly Lanes[] _counts = new Lanes[(Alphabet.Size + 1) * Examination.Vectors];
    private readonly int[] _totals = new int[Alphabet.Size + 1];
    private readonly int[] _distinct = new int[Alphabet.Size + 1];

    /// <summary>No counts yet.</summary>
    public PairCounts() { }

    /// <summary>The counts of another.</summary>
    public PairCounts(PairCounts other)
    {
        other._counts.CopyTo(_counts);
        other._totals.CopyTo(_totals);
        other._distinct.CopyTo(_distinct);
    }

    /// <summary>Operations to count one character.</summary>
    public const long CountOperations = 2 * 4;

    /// <summary>Bytes that it takes.</summary>
    public const long Bytes = (Alphabet.Size + 1) * (Examination.Vectors * 32L + 2 * sizeof(int));

    /// <summary>Operations to state the probabilities of one character.</summary>
    public const long PredictionOperations = 2 * (3 * Alphabet.Size + 2);

    /// <summary>Counts a character.</summary>
    /// <param name="history">The characters before it.</param>
    /// <param name="code">The character.</param>
    public void Add(ReadOnlySpan<byte> history, byte code)
    {
        Add(Anywhere, code);
        if (!history.IsEmpty)
        {
            Add(history[^1], code);
        }
    }

    /// <summary>States the probability of each character.</summary>
    /// <param name="history">The characters before.</param>
    /// <param name="probabilities">Takes them, padded with zeros.</param>
    public void Predict(ReadOnlySpan<byte> history, Span<Lanes> probabilities)
    {
        probabilities.Fill(Vector256.Create(1f / Alphabet.Size));
        // What pads the alphabet to whole vectors is never seen.
        MemoryMarshal.Cast<Lanes, float>(probabilities)[Alphabet.Size..].Clear();
        Blend(Anywhere, probabilities);
        if (!history.IsEmpty)
        {
            Blend(history[^1], probabilities);
        }
    }

    private void Add(int context, byte code)
    {
        unchecked
        {
            Span<float> counts = MemoryMarshal.Cast<Lanes, float>(
                _counts.AsSpan(context * Examination.Vectors, Examination.Vectors)
            );
            if (counts[code] == 0)
            {
                _distinct[context]++;
            }
            counts[code]++;
            _totals[context]++;
        }
    }

    private void Blend(int context, Span<Lanes> probabilities)
    {
        unchecked
        {
            if (_totals[context] == 0)
            {
                return;
            }
            Lanes distinct = Vector256.Create((float)_distinct[context]);
            Lanes whole = Vector256.Create(1f / (_totals[context] + _distinct[context]));
            ReadOnlySpan<Lanes> counts = _counts.AsSpan(context * Examination.Vectors, Examination.Vectors);
            for (int vector = 0; vector < counts.Length; vector++)
            {
                probabilities[vector] = (counts[vector] + distinct * probabilities[vector]) * whole;
            }
        }
    }
}
