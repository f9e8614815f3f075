using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The last steps of an epoch: emission, and shares as the chain stores them.</summary>
/// <remarks>Source: spec §2.4, E12–E14. Every execution of the epoch ends with it.</remarks>
/// <param name="Incentive">Normalised incentive by uid.</param>
/// <param name="Dividends">Normalised dividends by uid.</param>
/// <param name="Consensus">Consensus weight by uid.</param>
/// <param name="ValidatorTrust">Sum of clipped weights by uid.</param>
internal sealed record EpochTail(
    I32F32[] Incentive,
    I32F32[] Dividends,
    I32F32[] Consensus,
    I32F32[] ValidatorTrust
)
{
    /// <summary>What the column programs gave, by uid.</summary>
    /// <param name="input">What the epoch reads.</param>
    /// <param name="head">Its first steps.</param>
    /// <param name="uids">The uid of every row.</param>
    /// <param name="incentive">Normalised incentive by column, I32F32.</param>
    /// <param name="consensus">Consensus weight by column, I32F32.</param>
    /// <param name="trust">Sum of clipped weights by row, I32F32.</param>
    /// <param name="earned">Sum of bonds times incentives by row, I32F32.</param>
    public static EpochTail Of(
        EpochInput input,
        EpochHead head,
        ReadOnlySpan<int> uids,
        ReadOnlySpan<long> incentive,
        ReadOnlySpan<long> consensus,
        ReadOnlySpan<long> trust,
        ReadOnlySpan<long> earned
    )
    {
        int n = input.Neurons;
        EpochTail tail = new(new I32F32[n], new I32F32[n], new I32F32[n], new I32F32[n]);
        for (int j = 0; j < n; j++)
        {
            tail.Incentive[j] = I32F32.FromBits(incentive[j]);
            tail.Consensus[j] = I32F32.FromBits(consensus[j]);
        }
        for (int r = 0; r < uids.Length; r++)
        {
            int uid = uids[r];
            I32F32 dividend = I32F32.FromBits(earned[r]);
            tail.ValidatorTrust[uid] = I32F32.FromBits(trust[r]);
            // Bonds of Yuma2 are bought with stake; those of Yuma3 know nothing of it.
            tail.Dividends[uid] = input.Parameters.Yuma3On
                ? dividend.CheckedMulOrZero(head.ActiveStake[uid])
                : dividend;
        }
        VectorMath.Normalize(tail.Dividends.AsSpan());
        return tail;
    }

    /// <summary>Computes the steps into an output; its bonds are left alone.</summary>
    public void Write(EpochHead head, Alpha emission, EpochOutput output, IEpochStages? stages = null)
    {
        // E12–E13. Emission, half for mining and half for validating.
        EmissionShares shares = new(Incentive, Dividends, head.ActiveStake, head.Stake);
        Pay("Server Emission", shares.Server, emission, output.ServerEmission, stages);
        Pay("Validator Emission", shares.Validator, emission, output.ValidatorEmission, stages);
        Pay("Combined Emission", shares.Combined, emission, output.Emission, stages);

        // E14. Shares are stored as integers.
        VectorMath.ToProportions(head.Stake, output.StakeWeight);
        VectorMath.ToProportions(Consensus, output.Consensus);
        VectorMath.ToProportions(ValidatorTrust, output.ValidatorTrust);
        VectorMath.ToProportions(Incentive, output.Incentive);
        VectorMath.ToProportions(Dividends, output.Dividends);
        head.NewPermit.CopyTo(output.ValidatorPermit, 0);
        for (int i = 0; i < output.Active.Length; i++)
        {
            output.Active[i] = !head.Inactive[i];
        }
    }

    private static void Pay(
        string stage,
        I32F32[] shares,
        Alpha emission,
        ulong[] amounts,
        IEpochStages? stages
    )
    {
        EmissionShares.ToRao(shares, emission.Rao, amounts);
        stages?.Record($"Normalized {stage}", shares);
        stages?.Record(stage, amounts);
    }
}
