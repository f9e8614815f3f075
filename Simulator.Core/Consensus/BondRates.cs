using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>The rate of the bonds' moving average when all bonds share it.</summary>
/// <remarks>Source: spec §2.5, B3.</remarks>
internal static class BondRates
{
    /// <summary>The weight of the new observation: 1 − memory.</summary>
    /// <param name="bondsMovingAverage">Memory, out of 1,000,000.</param>
    public static I32F32 Steady(ulong bondsMovingAverage) =>
        I32F32.One.SaturatingSub(
            I64F64.FromInteger(bondsMovingAverage).SafeDiv(I64F64.FromInteger(1_000_000L)).ToI32F32()
        );
}
