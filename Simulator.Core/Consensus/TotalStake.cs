using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>The stake that counts in a subnet's epoch: its own token, and TAO on root by its weight.</summary>
/// <remarks>Source: spec §2.3.</remarks>
public static class TotalStake
{
    /// <summary>The weight of root TAO as a fraction, floored at 2⁻³².</summary>
    /// <param name="taoWeight">Stored weight, out of 2⁶⁴ − 1.</param>
    public static U96F32 Weight(ulong taoWeight) =>
        U96F32.FromInteger(taoWeight).SafeDiv(U96F32.FromInteger(ulong.MaxValue));

    /// <summary>Stake in rao: alpha + tao · weight, the product with 64 fraction bits, clamped at 2⁶³.</summary>
    /// <param name="alpha">Inherited stake on the subnet, rao.</param>
    /// <param name="tao">Inherited stake on root, rao.</param>
    /// <param name="weight">Weight of root TAO, from <see cref="Weight"/>.</param>
    public static I64F64 Of(ulong alpha, ulong tao, U96F32 weight) =>
        I64F64.FromInteger(alpha).SaturatingAdd(I64F64.FromInteger(tao).SaturatingMul(weight.ToI64F64()));
}
