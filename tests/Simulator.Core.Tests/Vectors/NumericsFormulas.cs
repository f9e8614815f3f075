using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Vectors;

/// <summary>Operations and functions of Numerics under the names of their vector files.</summary>
internal static class NumericsFormulas
{
    public static IReadOnlyDictionary<string, Func<VectorArgs, string>> All { get; } =
        new Dictionary<string, Func<VectorArgs, string>>
        {
            ["op_i32f32_safe_div"] = x => VectorText.Of(x.Fixed("a").SafeDiv(x.Fixed("b"))),
            ["op_i32f32_saturating_div_nonzero"] = x =>
                VectorText.Of(
                    x.Fixed("b") == I32F32.Zero ? I32F32.Zero : x.Fixed("a").SaturatingDiv(x.Fixed("b"))
                ),
            ["op_i32f32_saturating_mul"] = x => VectorText.Of(x.Fixed("a").SaturatingMul(x.Fixed("b"))),
            ["op_i32f32_checked_mul_or_zero"] = x =>
                VectorText.Of(x.Fixed("a").CheckedMulOrZero(x.Fixed("b"))),
            ["op_i32f32_saturating_add"] = x => VectorText.Of(x.Fixed("a").SaturatingAdd(x.Fixed("b"))),
            ["op_i32f32_saturating_sub"] = x => VectorText.Of(x.Fixed("a").SaturatingSub(x.Fixed("b"))),
            ["op_i64f64_safe_div"] = x => VectorText.Of(x.Wide("a").SafeDiv(x.Wide("b"))),
            ["op_i64f64_saturating_mul"] = x => VectorText.Of(x.Wide("a").SaturatingMul(x.Wide("b"))),
            ["op_tao_weight_fixed"] = x => VectorText.Of(TotalStake.Weight(x.U64("tao_weight")).ToI64F64()),
            ["op_total_stake"] = x =>
                VectorText.Of(
                    TotalStake.Of(x.U64("alpha"), x.U64("tao"), TotalStake.Weight(x.U64("tao_weight")))
                ),
            ["clamp_value"] = x => VectorText.Of(x.Fixed("value").Clamp(x.Fixed("low"), x.Fixed("high"))),
            ["exp_safe"] = x => VectorText.Of(FixedMath.ExpSafe(x.Fixed("x"))),
            ["safe_ln"] = x => VectorText.Of(FixedMath.SafeLn(x.Fixed("x"))),
            ["sigmoid_safe"] = x =>
                VectorText.Of(FixedMath.SigmoidSafe(x.Fixed("input"), x.Fixed("rho"), x.Fixed("kappa"))),
            ["fixed32_to_fixed64"] = x => VectorText.Of(x.Fixed("x").ToI64F64()),
            ["fixed64_to_fixed32"] = x => VectorText.Of(x.Wide("x").ToI32F32()),
            ["fixed64_to_u64"] = x => VectorText.Of(x.Wide("x").ToUInt64()),
            ["fixed_to_u64"] = x => VectorText.Of(x.Fixed("x").ToUInt64()),
            ["fixed_to_u16"] = x => VectorText.Of((ulong)x.Fixed("x").ToUInt16()),
            ["fixed_proportion_to_u16"] = x => VectorText.Of((ulong)x.Fixed("x").ToProportion()),
            ["fixed_to_fixed_u16_proportion"] = x =>
                VectorText.Of(x.Fixed("x").SafeDiv(I32F32.FromInteger((long)ushort.MaxValue))),
            ["u16_to_fixed"] = x => VectorText.Of(I32F32.FromInteger(x.U64("x"))),
            ["u16_proportion_to_fixed"] = x => VectorText.Of(I32F32.FromProportion(x.U16("x"))),
            ["vec_fixed_proportions_to_u16"] = x =>
                VectorText.Of(x.Vector("x").Select(v => v.ToProportion())),
            ["vec_max_upscale_to_u16"] = x => VectorText.Of(MaxUpscale.ToU16(x.Vector("x"))),
            ["vec_u16_max_upscale_to_u16"] = x => VectorText.Of(MaxUpscale.ToU16(x.U16s("x"))),
            ["check_vec_max_limited"] = x =>
                VectorText.Of(MaxUpscale.IsWithin(x.U16s("x"), x.U16("max_limit"))),
        };
}
