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
        if (form.NormalisesBefore && state.Epochs > 0)
        {
            // Liquid rates are measured against bonds as they are remembered, hence before this.
            FillRates(state);
            Normalise(state);
            Average(state, ratesAreFilled: true);
        }
        else
        {
            Average(state, ratesAreFilled: false);
        }
        if (form.NormalisesAfter)
        {
            Normalise(state);
        }
    }

    /// <summary><c>D_i = Σ_j B_ij I_j</c>, once the bonds of a row are what they will be.</summary>
    private static void Reward(PaperState state, int node) =>
        state.Dividends[node] = LaneSum.OfProducts(
            state.Row(state.Bonds, node),
            state.Incentive.AsSpan(0, state.Columns)
        );

    private void FillRates(PaperState state)
    {
        for (int i = 0; HasRates && i < state.Nodes; i++)
        {
            _liquid.Row(state, i, state.LaneRow(state.Weights, i));
        }
    }

    private void Average(PaperState state, bool ratesAreFilled)
    {
        Span<Vector512<double>> sums = ColumnSums(state);
        ReadOnlySpan<Vector512<double>> consensus = PaperState.InLanes(state.Consensus);
        Vector512<double> shared = Vector512.Create(state.Epochs == 0 ? 1 : _rate);
        Vector512<double> epsilon = Vector512.Create(form.Epsilon);
        for (int i = 0; i < state.Nodes; i++)
        {
            double stake = state.StakeShares[i];
            ReadOnlySpan<Vector512<double>> weights = state.LaneRow(state.Judged, i);
            Span<Vector512<double>> bonds = state.LaneRow(state.Bonds, i);
            ReadOnlySpan<Vector512<double>> rates =
                !HasRates ? default
                : ratesAreFilled ? state.LaneRow(state.Rates, i)
                : _liquid.Row(state, i, state.LaneRow(state.Weights, i));
            for (int j = 0; j < bonds.Length; j++)
            {
                Vector512<double> bond = OrZero(
                    stake * _mix.Of(weights[j], consensus[j]) / (sums[j] + epsilon)
                );
                Vector512<double> rate = HasRates ? rates[j] : shared;
                bonds[j] = rate * bond + (Vector512<double>.One - rate) * bonds[j];
            }
            Reward(state, i);
        }
    }

    /// <summary><c>Σ_i S_i Wb_ij = (1−β) Σ_i S_i W_ij + β R_j</c>: ranks, mixed as their weights are.</summary>
    private Span<Vector512<double>> ColumnSums(PaperState state)
    {
        Span<Vector512<double>> sums = state.ClearedColumnSums();
        ReadOnlySpan<Vector512<double>> raw = PaperState.InLanes(state.JudgedRanks);
        ReadOnlySpan<Vector512<double>> clipped = PaperState.InLanes(state.Ranks);
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] = _mix.OfBoth(raw[j], clipped[j]);
        }
        return sums;
    }

    /// <summary><c>B ← B / (Σ_i B + ε)</c>.</summary>
    private static void Normalise(PaperState state)
    {
        Span<Vector512<double>> sums = BondSums.Of(state);
        for (int i = 0; i < state.Nodes; i++)
        {
            Span<Vector512<double>> bonds = state.LaneRow(state.Bonds, i);
            for (int j = 0; j < bonds.Length; j++)
            {
                bonds[j] = OrZero(bonds[j] / sums[j]);
            }
            Reward(state, i);
        }
    }

    /// <summary>0 where a number is NaN: a miner that nobody weighs, or no stake at all.</summary>
    private static Vector512<double> OrZero(Vector512<double> number) =>
        Vector512.ConditionalSelect(Vector512.Equals(number, number), number, default);
}
