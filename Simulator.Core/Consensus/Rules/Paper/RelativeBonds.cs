using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Bonds between 0 and 1 that do not know of stake: Yuma 3.</summary>
/// <remarks>
/// Source: variants §4. <c>Bd = (1−α) B_old</c>, <c>B = min(Bd + min(α W, max(0, 1 − Bd)), 1)</c>,
/// <c>D_i = S_i Σ_j B_ij / (Σ_i B_ij + ε) · I_j</c>.
/// </remarks>
/// <param name="parameters">Average, penalty and liquid alpha.</param>
/// <param name="penalised">Whether bonds are bought with the weights after the penalty.</param>
internal sealed class RelativeBonds(PaperParameters parameters, bool penalised) : IPaperBonds
{
    private readonly PenaltyMix _mix = new(penalised ? parameters.BondPenalty : 0);
    private readonly LiquidRates _liquid = new(parameters, obeysMode: true);
    private readonly bool _ratesSeeMixed = penalised && parameters.LiquidAlphaEffectiveWeights;
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
            for (int i = 0; i < state.Nodes; i++)
            {
                if (HasRates)
                {
                    _liquid.Fill(state, i, block, _ratesSeeMixed ? _mix : null);
                }
                Buy(state, i, block);
            }
            BondSums.Reward(state, block);
        }
        state.EndRewards();
        for (int i = 0; i < state.Nodes; i++)
        {
            state.Dividends[i] *= state.StakeShares[i];
        }
    }

    private void Buy(PaperState state, int node, ColumnBlock block)
    {
        Vector512<double> one = Vector512<double>.One,
            shared = Vector512.Create(_rate);
        ReadOnlySpan<Vector512<double>> weights = state.LaneRow(state.Weights, node);
        ReadOnlySpan<Vector512<double>> consensus = state.Consensus.Lanes;
        ReadOnlySpan<Vector512<double>> rates = state.LaneRow(state.Rates, node);
        Span<Vector512<double>> bonds = state.LaneRow(state.Bonds, node);
        Span<Vector512<double>> sums = state.BondSums.Lanes;
        for (int j = block.From; j < block.To; j++)
        {
            Vector512<double> rate = HasRates ? rates[j] : shared;
            Vector512<double> decayed = (one - rate) * bonds[j];
            Vector512<double> room = Vector512.MaxNative(default, one - decayed);
            Vector512<double> bought = Vector512.MinNative(rate * _mix.Of(weights[j], consensus[j]), room);
            Vector512<double> bond = Vector512.MinNative(decayed + bought, one);
            bonds[j] = bond;
            sums[j] += bond;
        }
    }
}
