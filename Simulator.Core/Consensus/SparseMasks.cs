namespace Simulator.Core.Consensus;

/// <summary>The epoch's masks of sparse matrices, in place: entries are dropped, never set to 0.</summary>
/// <remarks>Source: spec §1.4.6.</remarks>
internal static class SparseMasks
{
    /// <summary>Empties the marked rows.</summary>
    public static void MaskRows(this SparseMatrix x, bool[] mask) => x.Keep((i, j) => !mask[i]);

    /// <summary>Drops the diagonal, but for one index if one is given.</summary>
    public static void MaskDiagonal(this SparseMatrix x, int? except = null) =>
        x.Keep((i, j) => i != j || i == except);

    /// <summary>Drops (i, j) where the number of the row is at most that of the column.</summary>
    public static void MaskAtMost(this SparseMatrix x, ulong[] ofRow, ulong[] ofColumn) =>
        x.Keep((i, j) => ofRow[i] > ofColumn[j]);

    /// <summary>Drops (i, j) where the number of the row is below that of the column.</summary>
    public static void MaskBelow(this SparseMatrix x, ulong[] ofRow, ulong[] ofColumn) =>
        x.Keep((i, j) => ofRow[i] >= ofColumn[j]);

    /// <summary>Drops the columns whose number a scalar does not exceed; one beyond the vector has the number 0.</summary>
    public static void MaskAtMost(this SparseMatrix x, ulong scalar, ulong[] ofColumn) =>
        x.Keep((i, j) => scalar > (j < ofColumn.Length ? ofColumn[j] : 0));
}
