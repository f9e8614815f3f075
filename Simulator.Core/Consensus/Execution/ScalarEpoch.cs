using Simulator.Core.Consensus.Rules;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The epoch as the chain's production code computes it, bit for bit: the plain reference, one step a line.</summary>
/// <remarks>
/// Source: spec §2.4–2.7; subtensor 14bc6f9, run_epoch.rs and math.rs. One instance serves one thread and keeps its
/// matrices from epoch to epoch.
/// </remarks>
public sealed class ScalarEpoch : IEpochExecution
{
    private readonly SparseMatrix _weights = new();
    private readonly SparseMatrix _clipped = new();
    private readonly SparseMatrix _weightsForBonds = new();
    private readonly WeightedMedian _median = new();
    private readonly Yuma2Bonds _yuma2 = new();
    private readonly Yuma3Bonds _yuma3 = new();

    /// <inheritdoc/>
    public EpochOutput Run(EpochInput input) => Run(input, stages: null);

    /// <summary>Computes one epoch and shows its intermediate results.</summary>
    /// <param name="input">What it reads; unchanged afterwards.</param>
    /// <param name="stages">Receives the intermediate results, if given.</param>
    /// <returns>Its results, in memory of their own.</returns>
    public EpochOutput Run(EpochInput input, IEpochStages? stages)
    {
        int n = input.Neurons;
        EpochParameters p = input.Parameters;
        EpochOutput output = new(n);

        // E1–E5. Who is active, what stake counts, who has a permit.
        EpochHead head = new(input, stages);
        I32F32[] activeStake = head.ActiveStake;

        // E6. Weights that count, each row summing to 1.
        LoadWeights(input.Weights, n);
        stages?.Record("Weights", _weights);
        _weights.MaskRows(head.Forbidden);
        stages?.Record("Weights (permit)", _weights);
        _weights.MaskDiagonal(except: input.OwnerUid?.Index);
        stages?.Record("Weights (permit+diag)", _weights);
        _weights.MaskAtMost(head.LastUpdate, head.BlockAtRegistration);
        stages?.Record("Weights (permit+diag+outdate)", _weights);
        if (p.CommitRevealEnabled)
        {
            _weights.MaskBelow(head.EarliestCommit, head.BlockAtRegistration);
            stages?.RecordCount(
                "Commit-reveal column mask applied",
                head.EarliestCommit.Count(block => block != LiveCommits.None)
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
            head.BlockAtRegistration,
            activeStake,
            incentive,
            consensus,
            _weightsForBonds
        );
        I32F32[] dividends = p.Yuma3On ? _yuma3.Run(bonds, stages) : _yuma2.Run(bonds, stages);
        SparseMatrix newBonds = p.Yuma3On ? _yuma3.Stored : _yuma2.Stored;

        // E12–E14. Emission, half for mining and half for validating; shares are stored as integers.
        EpochTail tail = new(incentive, dividends, consensus, validatorTrust);
        tail.Write(head, input.Emission, output, stages);

        // E15. Whoever has no permit now stores no bonds.
        StoreBonds(input.Bonds, newBonds, head.NewPermit, output.Bonds);
        return output;
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

    private static void StoreBonds(StoredRows old, SparseMatrix bonds, bool[] permit, StoredRows stored)
    {
        stored.CopyRowsFrom(old, first: bonds.Rows);
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
}
