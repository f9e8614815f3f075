using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Vectors;

/// <summary>
/// The epoch's functions of matrices under the names of their vector files. The dense twin of a function is the sparse
/// one on rows in which every column has an entry.
/// </summary>
internal static class MatrixFormulas
{
    public static IReadOnlyDictionary<string, Func<VectorArgs, string>> All { get; } =
        new Dictionary<string, Func<VectorArgs, string>>
        {
            ["mask_rows_sparse"] = x => Sparse(x, m => m.MaskRows(x.Flags("mask"))),
            ["mask_diag_sparse"] = x => Sparse(x, m => m.MaskDiagonal()),
            ["mask_diag_sparse_except_index"] = x => Sparse(x, m => m.MaskDiagonal(x.Int("except"))),
            ["vec_mask_sparse_matrix_le"] = x =>
                Sparse(x, m => m.MaskAtMost(x.U64s("first"), x.U64s("second"))),
            ["vec_mask_sparse_matrix_lt"] = x =>
                Sparse(x, m => m.MaskBelow(x.U64s("first"), x.U64s("second"))),
            ["scalar_vec_mask_sparse_matrix_le"] = x =>
                Sparse(x, m => m.MaskAtMost(x.U64("scalar"), x.U64s("vector"))),
            ["inplace_mask_rows"] = x => Dense(x, m => m.MaskRows(x.Flags("mask"))),
            ["inplace_mask_diag"] = x => Dense(x, m => m.MaskDiagonal()),
            ["inplace_mask_diag_except_index"] = x => Dense(x, m => m.MaskDiagonal(x.Int("except"))),
            ["inplace_mask_cols"] = x => Dense(x, m => m.Keep((_, j) => !x.Flags("mask")[j])),
            ["inplace_mask_matrix"] = x => Dense(x, m => m.Keep((i, j) => !x.FlagMatrix("mask")[i][j])),
            ["inplace_row_normalize"] = x => Dense(x, SparseMath.NormalizeRows),
            ["inplace_row_normalize_sparse"] = x => Sparse(x, SparseMath.NormalizeRows),
            ["inplace_col_normalize"] = x => Dense(x, m => SparseMath.NormalizeColumns(m, Width(x))),
            ["inplace_col_normalize_sparse"] = x =>
                Sparse(x, m => SparseMath.NormalizeColumns(m, x.Int("columns"))),
            ["inplace_col_max_upscale"] = x => Dense(x, m => SparseMath.UpscaleColumns(m, Width(x))),
            ["inplace_col_max_upscale_sparse"] = x =>
                Sparse(x, m => SparseMath.UpscaleColumns(m, x.Int("columns"))),
            ["row_sum"] = x => VectorText.Of(SparseMath.SumRows(Rows.Full(x.Matrix("x")))),
            ["row_sum_sparse"] = x => VectorText.Of(SparseMath.SumRows(x.Sparse("x"))),
            ["row_hadamard"] = x => Dense(x, m => SparseMath.ScaleRows(m, x.Vector("vector"))),
            ["row_hadamard_sparse"] = x => Sparse(x, m => SparseMath.ScaleRows(m, x.Vector("vector"))),
            // The dense twin multiplies row by row, where an overflow gives 0 and not the limit.
            ["mat_vec_mul"] = x =>
                VectorText.Of(x.Matrix("x").Select(row => VectorMath.Mul(row, x.Vector("vector")))),
            ["mat_vec_mul_sparse"] = x =>
                Sparse(x, (m, to) => SparseMath.ScaleColumns(m, x.Vector("vector"), to)),
            ["matmul"] = x =>
                VectorText.Of(
                    SparseMath.WeightedColumnSums(Rows.Full(x.Matrix("x")), x.Vector("vector"), Width(x))
                ),
            ["matmul_sparse"] = x =>
                VectorText.Of(
                    SparseMath.WeightedColumnSums(x.Sparse("x"), x.Vector("vector"), x.Int("columns"))
                ),
            ["matmul_transpose"] = x =>
                VectorText.Of(SparseMath.WeightedRowSums(Rows.Full(x.Matrix("x")), x.Vector("vector"))),
            ["matmul_transpose_sparse"] = x =>
                VectorText.Of(SparseMath.WeightedRowSums(x.Sparse("x"), x.Vector("vector"))),
            ["inplace_col_clip"] = x =>
                Dense(x, (m, to) => SparseMath.ClipColumns(m, x.Vector("col_threshold"), to)),
            ["col_clip_sparse"] = x =>
                Sparse(x, (m, to) => SparseMath.ClipColumns(m, x.Vector("col_threshold"), to)),
        };

    private static int Width(VectorArgs x) => x.Matrix("x").Select(row => row.Length).FirstOrDefault();

    private static string Sparse(VectorArgs x, Action<SparseMatrix> change) =>
        VectorText.Of(x.Sparse("x").After(change));

    private static string Sparse(VectorArgs x, Action<SparseMatrix, SparseMatrix> operation) =>
        VectorText.Of(Rows.Filled(to => operation(x.Sparse("x"), to)));

    private static string Dense(VectorArgs x, Action<SparseMatrix> change)
    {
        I32F32[][] rows = x.Matrix("x");
        return VectorText.Of(Rows.Dense(Rows.Full(rows).After(change), rows));
    }

    private static string Dense(VectorArgs x, Action<SparseMatrix, SparseMatrix> operation)
    {
        I32F32[][] rows = x.Matrix("x");
        return VectorText.Of(Rows.Dense(Rows.Filled(to => operation(Rows.Full(rows), to)), rows));
    }
}
