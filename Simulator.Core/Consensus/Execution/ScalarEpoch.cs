using Simulator.Core.Consensus.Rules;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The epoch as the chain's production code computes it, bit for bit: the plain reference, one step a line.</summary>
/// <remarks>
/// Source: spec §2.4–2.7; subtensor 14bc6f9, run_epoch.rs and math.rs. One instance serves one thread and keeps its
/// matrices from epoch to epoch.
/// </remarks>
public sealed class ScalarEpoch
{
    private readonly SparseMatrix _weights = new();
    private readonly SparseMatrix _clipped = new();
    private readonly SparseMatrix _weightsForBonds = new();
    private readonly WeightedMedian _median = new();
    private readonly Yuma2Bonds _yuma2 = new();
    private readonly Yuma3Bonds _yuma3 = new();

    /// <summary>Computes one epoch of one mechanism.</summary>
    /// <param name="input">What it reads; unchanged afterwards.</param>
    /// <param name="stages">Receives the intermediate results, if given.</param>
    /// <returns>Its results, in memory of their own.</returns>
    public EpochOutput Run(EpochInput input, IEpochStages? stages = null)
    {
        int n = input.Neurons;
        EpochParameters p = input.Parameters;
        EpochOutput output = new(n);
        // A node may hold this vector longer or shorter than the subnet: it is padded, not cut.
        ulong[] lastUpdate = Fitted(input.LastUpdate, Math.Max(n, input.LastUpdate.Length), 0UL),
            blockAtRegistration = Fitted(input.BlockAtRegistration, n, 0UL);
        stages?.Record("Last update", lastUpdate);

        // E1. Inactive is who has set no weights for the cutoff.
        ulong cutoff = Activity.CutoffBlocks(p.ActivityCutoffFactorMilli, p.Tempo);
        bool[] inactive = Array.ConvertAll(
            lastUpdate,
            block => Activity.IsInactive(block, cutoff, input.CurrentBlock.Height)
        );
        stages?.Record("Inactive", inactive);
        stages?.Record("Block at registration", blockAtRegistration);

        // E2–E3. Stake above the threshold, normalised with 64 fraction bits.
        I32F32[] stake = StakeShares(input, stages);
        stages?.Record("Normalised Stake", stake);

        // E4. This epoch uses the old permits; the new ones are stored.
        bool[] permit = WithOwner(Fitted(input.ValidatorPermit, n, false), input.OwnerUid);
        bool[] newPermit = WithOwner(VectorMath.IsTopKNonZero(stake, p.MaxAllowedValidators), input.OwnerUid);

        // E5. Only active validators count.
        bool[] forbidden = Array.ConvertAll(permit, permitted => !permitted);
        I32F32[] activeStake = [.. stake];
        VectorMath.Mask(inactive, activeStake);
        VectorMath.Mask(forbidden, activeStake);
        VectorMath.Normalize(activeStake.AsSpan());
        stages?.Record("Active Stake", activeStake);

        // E6. Weights that count, each row summing to 1.
        LoadWeights(input.Weights, n);
        stages?.Record("Weights", _weights);
        _weights.MaskRows(forbidden);
        stages?.Record("Weights (permit)", _weights);
        _weights.MaskDiagonal(except: input.OwnerUid?.Index);
        stages?.Record("Weights (permit+diag)", _weights);
        _weights.MaskAtMost(lastUpdate, blockAtRegistration);
        stages?.Record("Weights (permit+diag+outdate)", _weights);
        if (p.CommitRevealEnabled)
        {
            ulong[] earliestCommit = Fitted(input.EarliestLiveCommit, n, LiveCommits.None);
            _weights.MaskBelow(earliestCommit, blockAtRegistration);
            stages?.RecordCount(
                "Commit-reveal column mask applied",
                earliestCommit.Count(block => block != LiveCommits.None)
            );
        }
        SparseMath.NormalizeRows(_weights);
        stages?.Record("Weights (mask+norm)", _weights);

        // E7. Consensus: the weight that a majority of active stake supports.
        I32F32 kappa = I32F32.FromProportion(p.Kappa.Raw);
        I32F32[] consensus = _median.OfColumns(activeStake, _weights, n, kappa);
        stages?.Record("Consensus", consensus);

        // E8. Weights above it are cut; what is left is the validator's trust.
        SparseMath.ClipColumns(_weights, consensus, _clipped);
        stages?.Record("Clipped Weights", _clipped);
        I32F32[] validatorTrust = SparseMath.SumRows(_clipped);
        stages?.Record("Validator Trust", validatorTrust);

        // E9. Incentive: the rank, normalised.
        I32F32[] incentive = SparseMath.WeightedColumnSums(_clipped, activeStake, n);
        VectorMath.Normalize(incentive.AsSpan());
        stages?.Record("Incentive (=Rank)", incentive);

        // E10. Bonds follow the weights, the clipped weights, or something between.
        I32F32 bondsPenalty = I32F32.FromProportion(p.BondsPenalty.Raw);
        SparseMath.Interpolate(_weights, _clipped, bondsPenalty, n, _weightsForBonds);

        // E11. Bonds and dividends.
        BondsInput bonds = new(
            input,
            blockAtRegistration,
            activeStake,
            incentive,
            consensus,
            _weightsForBonds
        );
        I32F32[] dividends = p.Yuma3On ? _yuma3.Run(bonds, stages) : _yuma2.Run(bonds, stages);
        SparseMatrix newBonds = p.Yuma3On ? _yuma3.Stored : _yuma2.Stored;

        // E12–E13. Emission, half for mining and half for validating.
        EmissionShares shares = new(incentive, dividends, activeStake, stake);
        Pay("Server Emission", shares.Server, input.Emission, output.ServerEmission, stages);
        Pay("Validator Emission", shares.Validator, input.Emission, output.ValidatorEmission, stages);
        Pay("Combined Emission", shares.Combined, input.Emission, output.Emission, stages);

        // E14. Shares are stored as integers.
        VectorMath.ToProportions(stake, output.StakeWeight);
        VectorMath.ToProportions(consensus, output.Consensus);
        VectorMath.ToProportions(validatorTrust, output.ValidatorTrust);
        VectorMath.ToProportions(incentive, output.Incentive);
        VectorMath.ToProportions(dividends, output.Dividends);
        newPermit.CopyTo(output.ValidatorPermit, 0);
        for (int i = 0; i < n; i++)
        {
            output.Active[i] = !inactive[i];
        }

        // E15. Whoever has no permit now stores no bonds.
        StoreBonds(input.Bonds, newBonds, newPermit, output.Bonds);
        return output;
    }

    private static I32F32[] StakeShares(EpochInput input, IEpochStages? stages)
    {
        int n = input.Neurons;
        U96F32 taoWeight = TotalStake.Weight(input.Parameters.TaoWeight);
        I64F64[] stake = new I64F64[n];
        for (int i = 0; i < n; i++)
        {
            stake[i] = TotalStake.Of(At(input.AlphaStake, i), At(input.TaoStake, i), taoWeight);
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

    private void LoadWeights(StoredRows rows, int n)
    {
        _weights.Clear();
        for (int i = 0; i < n; i++)
        {
            foreach (WeightEntry entry in rows[i])
            {
                if (entry.Uid < n)
                {
                    _weights.Add(entry.Uid, I32F32.FromInteger((long)entry.Value));
                }
            }
            _weights.EndRow();
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

    private static void StoreBonds(StoredRows old, SparseMatrix bonds, bool[] permit, StoredRows stored)
    {
        for (int row = bonds.Rows; row < old.Height; row++)
        {
            if (old.Contains(row))
            {
                stored.Set(row, old[row]);
            }
        }
        for (int i = 0; i < bonds.Rows; i++)
        {
            ReadOnlySpan<ushort> columns = bonds.Columns(i);
            ReadOnlySpan<I32F32> values = bonds.Values(i);
            Span<WeightEntry> entries = stored.Reserve(i, permit[i] ? columns.Length : 0);
            for (int k = 0; k < entries.Length; k++)
            {
                entries[k] = new(columns[k], values[k].ToProportion());
            }
        }
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
