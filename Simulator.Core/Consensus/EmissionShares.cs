using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>What miners and validators are paid, as shares of one epoch's emission.</summary>
/// <remarks>Source: spec §2.4, E12–E13. A share of the incentives and one of the dividends weigh the same.</remarks>
internal sealed class EmissionShares
{
    /// <summary>Shares for mining, for validating, and both together.</summary>
    /// <param name="incentive">Normalised incentives.</param>
    /// <param name="dividends">Normalised dividends.</param>
    /// <param name="activeStake">Normalised stake of active validators: what is paid by when nobody earned anything.</param>
    /// <param name="stake">Normalised stake of all: what is paid by when no validator is active either.</param>
    public EmissionShares(I32F32[] incentive, I32F32[] dividends, I32F32[] activeStake, I32F32[] stake)
    {
        Server = [.. incentive];
        Validator = [.. dividends];
        Combined = new I32F32[incentive.Length];
        for (int i = 0; i < Combined.Length; i++)
        {
            Combined[i] = incentive[i].SaturatingAdd(dividends[i]);
        }
        I32F32 all = VectorMath.Sum(Combined);
        if (all == I32F32.Zero)
        {
            Validator = VectorMath.IsZero(activeStake) ? stake : activeStake;
            Combined = Validator;
            return;
        }
        VectorMath.NormalizeUsingSum(Server, all);
        VectorMath.NormalizeUsingSum(Validator, all);
        VectorMath.NormalizeUsingSum(Combined, all);
    }

    /// <summary>Shares for mining.</summary>
    public I32F32[] Server { get; }

    /// <summary>Shares for validating.</summary>
    public I32F32[] Validator { get; }

    /// <summary>Both together.</summary>
    public I32F32[] Combined { get; }

    /// <summary>A share of an amount, floored at 2⁻³² rao and then to whole rao.</summary>
    public static ulong ToRao(I32F32 share, ulong emission)
    {
        if (share >= I32F32.Zero && share <= I32F32.One)
        {
            ulong high = Math.BigMul((ulong)share.Bits, emission, out ulong low);
            return (high << 32) | (low >> 32); // both floors at once: nothing of it is ever out of range
        }
        return share.ToI96F32().SaturatingMul(I96F32.FromInteger(emission)).ToUInt64();
    }

    /// <summary>All shares of an amount.</summary>
    public static void ToRao(ReadOnlySpan<I32F32> shares, ulong emission, Span<ulong> amounts)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            amounts[i] = shares[i] == default ? 0 : ToRao(shares[i], emission);
        }
    }
}
