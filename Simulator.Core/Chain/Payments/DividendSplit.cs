using Simulator.Core.Numerics;

namespace Simulator.Core.Chain.Payments;

/// <summary>How the validators' pots are divided by their dividends.</summary>
/// <remarks>
/// Source: spec §6.8, steps 4. A dividend counts as alpha and as root dividend in the proportion of the validator's
/// stakes; each pot goes to its parts alone, and to nobody when there are none.
/// </remarks>
internal static class DividendSplit
{
    /// <summary>Divides both pots.</summary>
    /// <param name="dividends">Dividend of each validator.</param>
    /// <param name="alphaStakes">Stake of each on the subnet, rao-alpha.</param>
    /// <param name="rootStakes">Stake of each on root, rao.</param>
    /// <param name="taoWeight">Weight of root TAO.</param>
    /// <param name="alphaPot">Pot for stake on the subnet, rao-alpha.</param>
    /// <param name="rootPot">Pot for stake on root, rao-alpha.</param>
    /// <returns>What each gets of either pot.</returns>
    public static (U96F32[] Alpha, U96F32[] Root) Of(
        ReadOnlySpan<U96F32> dividends,
        ReadOnlySpan<ulong> alphaStakes,
        ReadOnlySpan<ulong> rootStakes,
        U96F32 taoWeight,
        ulong alphaPot,
        ulong rootPot
    )
    {
        U96F32[] alpha = new U96F32[dividends.Length],
            root = new U96F32[dividends.Length];
        for (int i = 0; i < dividends.Length; i++)
        {
            U96F32 weighted = U96F32.FromInteger(rootStakes[i]).SaturatingMul(taoWeight),
                total = U96F32.FromInteger(alphaStakes[i]).SaturatingAdd(weighted);
            root[i] = dividends[i].SaturatingMul(weighted.SafeDiv(total));
            alpha[i] = dividends[i].SaturatingSub(root[i]);
        }
        Divide(alpha, alphaPot);
        Divide(root, rootPot);
        return (alpha, root);
    }

    private static void Divide(U96F32[] parts, ulong pot)
    {
        U96F32 sum = U96F32.Zero,
            whole = U96F32.FromInteger(pot);
        foreach (U96F32 part in parts)
        {
            sum = sum.SaturatingAdd(part);
        }
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = whole.SaturatingMul(parts[i].SafeDiv(sum));
        }
    }
}
