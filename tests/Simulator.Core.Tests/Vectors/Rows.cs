using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Vectors;

/// <summary>Sparse matrices from and to plain lists. A dense row is a sparse one with an entry for every column.</summary>
internal static class Rows
{
    public static SparseMatrix Sparse(IEnumerable<IEnumerable<(ushort Column, I32F32 Value)>> rows)
    {
        SparseMatrix matrix = new();
        foreach (IEnumerable<(ushort, I32F32)> row in rows)
        {
            foreach ((ushort column, I32F32 value) in row)
            {
                matrix.Add(column, value);
            }
            matrix.EndRow();
        }
        return matrix;
    }

    public static SparseMatrix Full(I32F32[][] rows) =>
        Sparse(rows.Select(row => row.Select((value, j) => ((ushort)j, value))));

    public static I32F32[][] Dense(SparseMatrix matrix, I32F32[][] shape)
    {
        I32F32[][] rows = [.. shape.Select(row => new I32F32[row.Length])];
        for (int i = 0; i < matrix.Rows; i++)
        {
            for (int k = 0; k < matrix.Columns(i).Length; k++)
            {
                rows[i][matrix.Columns(i)[k]] = matrix.Values(i)[k];
            }
        }
        return rows;
    }

    /// <summary>A matrix after a change in place.</summary>
    public static SparseMatrix After(this SparseMatrix matrix, Action<SparseMatrix> change)
    {
        change(matrix);
        return matrix;
    }

    /// <summary>The matrix that an operation fills.</summary>
    public static SparseMatrix Filled(Action<SparseMatrix> operation) => new SparseMatrix().After(operation);
}
