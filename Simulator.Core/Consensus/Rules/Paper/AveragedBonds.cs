using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Bonds as shares of stake times weight, in a moving average: Yuma 1, 2, 2A and 2B.</summary>
/// <remarks>
/// Source: variants §4. <c>b_ij = S_i Wb_ij / (Σ_i S_i Wb_ij + ε)</c>, <c>B = α b + (1−α) B_old</c>,
/// <c>D_i = Σ_j B_ij I_j</c>.
/// </remarks>
/// <param name="parameters">Penalty, average and liquid alpha.</param>
/// <param name="form">In what the rules differ.</param>
internal sealed class AveragedBonds(PaperParameters parameters, AverageForm form) : IPaperBonds
{
    private readonly PenaltyMix _mix = new(parameters.BondPenalty);
    private readonly LiquidRates _liquid = new(parameters, obeysMode: false);
    private readonly double _rate = 1 - parameters.BondMovingAverage;

    /// <inheritdoc/>
    public bool HasRates { get; private set; }

    /// <inheritdoc/>
    public void Advance(PaperState state)
    {
        HasRates = _liquid.Begin(state);
        state.BeginRewards();
        ColumnBlock block = ColumnBlock.First(state.Nodes, state.Lanes);
        for (; !block.IsEmpty; block = block.Next(state.Lanes))
        {
            SetDivisors(state, block);
            if (form.NormalisesBefore)
            {
                AddOldBonds(state, block);
            }
            for (int i = 0; i < state.Nodes; i++)
            {
                Average(state, i, block);
            }
            if (form.NormalisesAfter)
            {
                Normalise(state, block);
            }
        }
        state.EndRewards();
    }

    /// <summary><c>Σ_i S_i Wb_ij = (1−β) Σ_i S_i W_ij + β R_j</c>: ranks, mixed as their weights are; and ε.</summary>
    private void SetDivisors(PaperState state, ColumnBlock block)
    {
        Span<Vector512<double>> divisors = state.Scratch.Lanes;
        ReadOnlySpan<Vector512<double>> raw = state.JudgedRanks.Lanes;
        ReadOnlySpan<Vector512<double>> clipped = state.Ranks.Lanes;
        for (int j = block.From; j < block.To; j++)
        {
            divisors[j] = _mix.OfBoth(raw[j], clipped[j]) + Vector512.Create(form.Epsilon);
        }
    }

    private static void AddOldBonds(PaperState state, ColumnBlock block)
    {
        Span<Vector512<double>> sums = state.OldBondSums.Lanes;
        for (int i = 0; i < state.Nodes; i++)
        {
            ReadOnlySpan<Vector512<double>> bonds = state.LaneRow(state.Bonds, i);
            for (int j = block.From; j < block.To; j++)
            {
                sums[j] += bonds[j];
            }
        }
        BondSums.Guard(sums, block);
    }

    private void Average(PaperState state, int node, ColumnBlock block)
    {
        if (HasRates)
        {
            // Against bonds as they are remembered, hence before these are normalised.
            _liquid.Fill(state, node, block, mix: null);
        }
        AveragedRow row = new(state, node, _mix)
        {
            NormalisesBefore = form.NormalisesBefore && state.Epochs > 0,
            HasRates = HasRates,
            Rate = Vector512.Create(state.Epochs == 0 ? 1 : _rate),
        };
        if (!form.NormalisesAfter)
        {
            state.Rewards[node].Add(ref row, block.From, block.To, state.Columns);
            return;
        }
        Span<Vector512<double>> sums = state.BondSums.Lanes;
        for (int j = block.From; j < block.To; j++)
        {
            sums[j] += row.Move(j);
        }
    }

    /// <summary><c>B ← B / (Σ_i B + ε)</c>.</summary>
    private static void Normalise(PaperState state, ColumnBlock block)
    {
        BondSums.Guard(state.BondSums.Lanes, block);
        for (int i = 0; i < state.Nodes; i++)
        {
            NormalisedRow row = new(state, i);
            state.Rewards[i].Add(ref row, block.From, block.To, state.Columns);
        }
    }
}
