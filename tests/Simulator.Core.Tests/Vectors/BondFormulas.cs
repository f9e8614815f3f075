using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Vectors;

/// <summary>The epoch's functions of two matrices, and the median of columns, under the names of their vector files.</summary>
internal static class BondFormulas
{
    public static IReadOnlyDictionary<string, Func<VectorArgs, string>> All { get; } =
        new Dictionary<string, Func<VectorArgs, string>>
        {
            ["weighted_median_col"] = x => Medians(x, Rows.Full(x.Matrix("score")), Width(x, "score")),
            ["weighted_median_col_sparse"] = x => Medians(x, x.Sparse("score"), x.Int("columns")),
            ["interpolate"] = x => Dense(x, "mat1", "mat2", (a, b, to) => Mix(x, a, b, Width(x, "mat1"), to)),
            ["interpolate_sparse"] = x =>
                Sparse(x, "mat1", "mat2", (a, b, to) => Mix(x, a, b, x.Int("columns"), to)),
            ["mat_ema"] = x => Dense(x, "new", "old", (a, b, to) => Average(x, a, b, to)),
            ["mat_ema_sparse"] = x => Sparse(x, "new", "old", (a, b, to) => Average(x, a, b, to)),
            ["mat_ema_alpha"] = x => Dense(x, "new", "old", (a, b, to) => AverageByRates(x, a, b, to)),
            ["mat_ema_alpha_sparse"] = x =>
                Sparse(x, "new", "old", (a, b, to) => AverageByRates(x, a, b, to)),
            ["compute_liquid_alpha_values"] = x =>
                Rates(x, Rows.Full(x.Matrix("weights")), Rows.Full(x.Matrix("bonds"))),
            ["compute_liquid_alpha_values_sparse"] = x => Rates(x, x.Sparse("weights"), x.Sparse("bonds")),
        };

    private static string Medians(VectorArgs x, SparseMatrix score, int columns) =>
        VectorText.Of(new WeightedMedian().OfColumns(x.Vector("stake"), score, columns, x.Fixed("majority")));

    private static void Mix(VectorArgs x, SparseMatrix a, SparseMatrix b, int columns, SparseMatrix to) =>
        SparseMath.Interpolate(a, b, x.Fixed("ratio"), columns, to);

    private static void Average(VectorArgs x, SparseMatrix next, SparseMatrix previous, SparseMatrix to) =>
        SparseMath.MovingAverage(next, previous, x.Fixed("alpha"), to);

    private static void AverageByRates(
        VectorArgs x,
        SparseMatrix next,
        SparseMatrix previous,
        SparseMatrix to
    )
    {
        I32F32[][] rates = x.Matrix("alpha");
        for (int i = 0; i < rates.Length; i++)
        {
            SparseMath.MovingAverageRow(next, previous, i, rates[i], to);
        }
    }

    private static string Rates(VectorArgs x, SparseMatrix weights, SparseMatrix bonds)
    {
        I32F32[] consensus = x.Vector("consensus");
        LiquidAlpha liquid = VectorFormulas.Liquid(x);
        I32F32[][] rates = [.. Enumerable.Range(0, weights.Rows).Select(_ => new I32F32[consensus.Length])];
        for (int i = 0; i < rates.Length; i++)
        {
            liquid.Rates(weights, bonds, i, consensus, rates[i]);
        }
        return VectorText.Of(rates);
    }

    private static int Width(VectorArgs x, string name) =>
        x.Matrix(name).Select(row => row.Length).FirstOrDefault();

    private static string Sparse(
        VectorArgs x,
        string first,
        string second,
        Action<SparseMatrix, SparseMatrix, SparseMatrix> operation
    ) => VectorText.Of(Rows.Filled(to => operation(x.Sparse(first), x.Sparse(second), to)));

    private static string Dense(
        VectorArgs x,
        string first,
        string second,
        Action<SparseMatrix, SparseMatrix, SparseMatrix> operation
    )
    {
        I32F32[][] a = x.Matrix(first),
            b = x.Matrix(second);
        return VectorText.Of(Rows.Dense(Rows.Filled(to => operation(Rows.Full(a), Rows.Full(b), to)), a));
    }
}
