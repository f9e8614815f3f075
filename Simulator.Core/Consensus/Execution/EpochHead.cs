using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The first steps of an epoch: who is active, what stake counts, who has a permit.</summary>
/// <remarks>Source: spec §2.4, E1–E5. Every execution of the epoch begins with it.</remarks>
internal sealed class EpochHead
{
    /// <summary>Computes the steps.</summary>
    /// <param name="input">What the epoch reads.</param>
    /// <param name="stages">Receives the intermediate results, if given.</param>
    public EpochHead(EpochInput input, IEpochStages? stages = null)
    {
        int n = input.Neurons;
        EpochParameters p = input.Parameters;
        // A node may hold this vector longer or shorter than the subnet: it is padded, not cut.
        LastUpdate = Fitted(input.LastUpdate, Math.Max(n, input.LastUpdate.Length), 0UL);
        BlockAtRegistration = Fitted(input.BlockAtRegistration, n, 0UL);
        EarliestCommit = p.CommitRevealEnabled ? Fitted(input.EarliestLiveCommit, n, LiveCommits.None) : [];
        stages?.Record("Last update", LastUpdate);

        // E1. Inactive is who has set no weights for the cutoff.
        ulong cutoff = Activity.CutoffBlocks(p.ActivityCutoffFactorMilli, p.Tempo);
        Inactive = Array.ConvertAll(
            LastUpdate,
            block => Activity.IsInactive(block, cutoff, input.CurrentBlock.Height)
        );
        stages?.Record("Inactive", Inactive);
        stages?.Record("Block at registration", BlockAtRegistration);

        // E2–E3. Stake above the threshold, normalised with 64 fraction bits.
        Stake = StakeShares(input, stages);
        stages?.Record("Normalised Stake", Stake);

        // E4. This epoch uses the old permits; the new ones are stored.
        bool[] permit = WithOwner(Fitted(input.ValidatorPermit, n, false), input.OwnerUid);
        NewPermit = WithOwner(VectorMath.IsTopKNonZero(Stake, p.MaxAllowedValidators), input.OwnerUid);

        // E5. Only active validators count.
        Forbidden = Array.ConvertAll(permit, permitted => !permitted);
        ActiveStake = [.. Stake];
        VectorMath.Mask(Inactive, ActiveStake);
        VectorMath.Mask(Forbidden, ActiveStake);
        VectorMath.Normalize(ActiveStake.AsSpan());
        stages?.Record("Active Stake", ActiveStake);
    }

    /// <summary>Block of the last weights by uid, at least as long as the subnet.</summary>
    public ulong[] LastUpdate { get; }

    /// <summary>Block of registration by uid.</summary>
    public ulong[] BlockAtRegistration { get; }

    /// <summary>Earliest live commit by uid; empty without commit–reveal.</summary>
    public ulong[] EarliestCommit { get; }

    /// <summary>Who has set no weights for too long, as long as <see cref="LastUpdate"/>.</summary>
    public bool[] Inactive { get; }

    /// <summary>Who has no permit in this epoch.</summary>
    public bool[] Forbidden { get; }

    /// <summary>Who has a permit from now on.</summary>
    public bool[] NewPermit { get; }

    /// <summary>Normalised stake.</summary>
    public I32F32[] Stake { get; }

    /// <summary>Normalised stake of active validators.</summary>
    public I32F32[] ActiveStake { get; }

    private static I32F32[] StakeShares(EpochInput input, IEpochStages? stages)
    {
        int n = input.Neurons;
        U96F32 taoWeight = TotalStake.Weight(input.Parameters.TaoWeight);
        I64F64[] stake = new I64F64[n];
        for (int i = 0; i < n; i++)
        {
            ulong alpha = At(input.AlphaStake, i),
                tao = At(input.TaoStake, i);
            stake[i] = (alpha | tao) == 0 ? default : TotalStake.Of(alpha, tao, taoWeight);
        }
        stages?.Record("total_stake", stake);
        for (int i = 0; i < n; i++)
        {
            bool counts =
                stake[i].ToUInt64() >= input.Parameters.StakeThreshold || i == input.OwnerUid?.Index;
            stake[i] = counts ? stake[i] : I64F64.Zero;
        }
        stages?.Record("Filtered stake", stake);
        VectorMath.Normalize(stake.AsSpan());
        return Array.ConvertAll(stake, share => share.ToI32F32());
    }

    private static bool[] WithOwner(bool[] permit, Uid? owner)
    {
        if (owner is { } uid && uid.Index < permit.Length)
        {
            permit = [.. permit];
            permit[uid.Index] = true;
        }
        return permit;
    }

    private static T[] Fitted<T>(T[] values, int n, T missing)
    {
        if (values.Length == n)
        {
            return values;
        }
        T[] fitted = new T[n];
        for (int i = 0; i < n; i++)
        {
            fitted[i] = i < values.Length ? values[i] : missing;
        }
        return fitted;
    }

    private static ulong At(ulong[] values, int i) => i < values.Length ? values[i] : 0;
}
