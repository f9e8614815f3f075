using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>A sum of weighted outer products, and what solves it for the errors added since it was last solved.</summary>
/// <remarks>Four columns share a vector of fixed width, padded with zeros; sums run in the order of the calls, and within a
/// dot product by ascending place.</remarks>
internal sealed class NormalEquations
{
    private readonly int _size;
    private readonly int _stride;
    private readonly Lanes[] _matrix;
    private readonly Lanes[] _row;
    private readonly double[] _factor;
    private readonly double[] _right;
    private readonly double[] _solution;

    /// <summary>A multiple of the unit matrix.</summary>
    /// <param name="size">Unknowns.</param>
    /// <param name="diagonal">What stands on the diagonal, positive.</param>
    public NormalEquations(int size, double diagonal)
    {
        _size = size;
        int vectors = (size + Lanes.Count - 1) / Lanes.Count;
        _stride = vectors * Lanes.Count;
        _matrix = new Lanes[size * vectors];
        _row = new Lanes[vectors];
        _factor = new double[size * size];
        _right = new double[size];
        _solution = new double[size];
        Span<double> cells = MemoryMarshal.Cast<Lanes, double>(_matrix.AsSpan());
        for (int i = 0; i < size; i++)
        {
            cells[i * _stride + i] = diagonal;
        }
    }

    /// <summary>The sums of another, between two steps.</summary>
    public NormalEquations(NormalEquations other)
    {
        (_size, _stride) = (other._size, other._stride);
        _matrix = [.. other._matrix];
        _row = new Lanes[other._row.Length];
        _factor = new double[other._factor.Length];
        _right = [.. other._right];
        _solution = new double[other._solution.Length];
    }

    /// <summary>Bytes of its matrix and its right side.</summary>
    public long Bytes => ((long)_matrix.Length * Lanes.Count + _right.Length) * sizeof(double);

    /// <summary>Adds <paramref name="curvature"/> · x xᵀ to the matrix and <paramref name="error"/> · x to the right side.</summary>
    public void Add(ReadOnlySpan<double> x, double curvature, double error)
    {
        x.CopyTo(MemoryMarshal.Cast<Lanes, double>(_row.AsSpan()));
        ReadOnlySpan<Lanes> row = _row;
        for (int i = 0; i < _size; i++)
        {
            _right[i] += error * x[i];
            Lanes factor = Vector256.Create(curvature * x[i]);
            // Only what lies on the diagonal or left of it is ever read.
            Span<Lanes> cells = _matrix.AsSpan(i * row.Length, i / Lanes.Count + 1);
            for (int vector = 0; vector < cells.Length; vector++)
            {
                cells[vector] += factor * row[vector];
            }
        }
    }

    /// <summary>Solves by Cholesky's method, and forgets the right side.</summary>
    /// <returns>The solution; overwritten by the next call.</returns>
    public ReadOnlySpan<double> Solve()
    {
        Factor();
        double[] solution = _solution;
        for (int i = 0; i < _size; i++)
        {
            solution[i] = (_right[i] - Dot(_factor.AsSpan(i * _size, i), solution)) / _factor[i * _size + i];
        }
        for (int i = _size - 1; i >= 0; i--)
        {
            double sum = solution[i];
            for (int j = i + 1; j < _size; j++)
            {
                sum -= _factor[j * _size + i] * solution[j];
            }
            solution[i] = sum / _factor[i * _size + i];
        }
        Array.Clear(_right);
        return solution;
    }

    /// <summary>Finds the lower triangle whose product with its transpose is the matrix.</summary>
    private void Factor()
    {
        ReadOnlySpan<double> cells = MemoryMarshal.Cast<Lanes, double>(_matrix.AsSpan());
        for (int i = 0; i < _size; i++)
        {
            Span<double> row = _factor.AsSpan(i * _size, _size);
            for (int j = 0; j <= i; j++)
            {
                double rest = cells[i * _stride + j] - Dot(row[..j], _factor.AsSpan(j * _size, j));
                row[j] = i == j ? Math.Sqrt(rest) : rest / _factor[j * _size + j];
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
