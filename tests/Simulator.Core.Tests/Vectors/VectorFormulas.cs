using Simulator.Core.Consensus;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Vectors;

/// <summary>The epoch's functions of scalars and vectors under the names of their vector files.</summary>
internal static class VectorFormulas
{
    public static IReadOnlyDictionary<string, Func<VectorArgs, string>> All { get; } =
        new Dictionary<string, Func<VectorArgs, string>>
        {
            ["op_activity_cutoff_blocks"] = x =>
                VectorText.Of(Activity.CutoffBlocks((uint)x.U64("factor_milli"), x.U16("tempo"))),
            ["op_ema_alpha_from_bonds_moving_average"] = x =>
                VectorText.Of(BondRates.Steady(x.U64("bonds_moving_average"))),
            ["op_emission_share_to_rao"] = x =>
                VectorText.Of(EmissionShares.ToRao(x.Fixed("share"), x.U64("rao_emission"))),
            ["alpha_sigmoid"] = x =>
                VectorText.Of(Liquid(x).Rate(x.Fixed("consensus"), x.Fixed("weight"), x.Fixed("bond"))),
            ["sum"] = x => VectorText.Of(VectorMath.Sum(x.Vector("x"))),
            ["is_zero"] = x => VectorText.Of(VectorMath.IsZero(x.Vector("x"))),
            ["is_topk"] = x => VectorText.Of(VectorMath.IsTopK(x.Vector("x"), x.Int("k"))),
            ["is_topk_nonzero"] = x => VectorText.Of(VectorMath.IsTopKNonZero(x.Vector("x"), x.Int("k"))),
            ["normalize"] = x => VectorText.Of(Changed(x.Vector("x"), v => VectorMath.Normalize(v.AsSpan()))),
            ["inplace_normalize"] = x =>
                VectorText.Of(Changed(x.Vector("x"), v => VectorMath.Normalize(v.AsSpan()))),
            ["inplace_normalize_64"] = x =>
                VectorText.Of(Changed(x.WideVector("x"), v => VectorMath.Normalize(v.AsSpan()))),
            ["inplace_normalize_using_sum"] = x =>
                VectorText.Of(Changed(x.Vector("x"), v => VectorMath.NormalizeUsingSum(v, x.Fixed("sum")))),
            ["inplace_mask_vector"] = x =>
                VectorText.Of(Changed(x.Vector("x"), v => VectorMath.Mask(x.Flags("mask"), v))),
            ["vec_mul"] = x => VectorText.Of(VectorMath.Mul(x.Vector("a"), x.Vector("b"))),
            // On no path of the epoch any more.
            ["vecdiv"] = x => VectorText.Of(x.Vector("x").Zip(x.Vector("y"), (a, b) => a.SafeDiv(b))),
            ["weighted_median"] = Median,
        };

    /// <summary>The rates whose hyperparameters a line states.</summary>
    public static LiquidAlpha Liquid(VectorArgs x) =>
        new(new PerU16(x.U16("alpha_low_u16")), new PerU16(x.U16("alpha_high_u16")), x.I16("steepness_i16"));

    private static string Median(VectorArgs x)
    {
        I32F32[] stake = x.Vector("stake"),
            score = x.Vector("score");
        int[] voters = x.Ints("partition_idx");
        return VectorText.Of(
            new WeightedMedian().Of(
                [.. voters.Select(i => stake[i])],
                [.. voters.Select(i => score[i])],
                x.Fixed("minority"),
                x.Fixed("partition_lo"),
                x.Fixed("partition_hi")
            )
        );
    }

    private static T[] Changed<T>(T[] values, Action<T[]> change)
    {
        change(values);
        return values;
    }
}
