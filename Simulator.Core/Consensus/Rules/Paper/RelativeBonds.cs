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
    private double[] _mixed = [];

    /// <inheritdoc/>
    public bool HasRates { get; private set; }

    /// <inheritdoc/>
    public void Advance(PaperState state)
    {
        HasRates = _liquid.Begin(state);
        _mixed = _mixed.Length == state.Stride ? _mixed : new double[state.Stride];
        for (int i = 0; i < state.Nodes; i++)
        {
            ReadOnlySpan<Vector512<double>> weights = state.LaneRow(state.Weights, i);
            ReadOnlySpan<Vector512<double>> mixed = Mixed(state, weights);
            ReadOnlySpan<Vector512<double>> rates = HasRates
                ? _liquid.Row(state, i, _ratesSeeMixed ? mixed : weights)
                : default;
            Buy(mixed, rates, state.LaneRow(state.Bonds, i));
        }
        BondSums.Reward(state);
        for (int i = 0; i < state.Nodes; i++)
        {
            state.Dividends[i] *= state.StakeShares[i];
        }
    }

    private ReadOnlySpan<Vector512<double>> Mixed(PaperState state, ReadOnlySpan<Vector512<double>> weights)
    {
        Span<Vector512<double>> mixed = PaperState.InLanes(_mixed);
        ReadOnlySpan<Vector512<double>> consensus = PaperState.InLanes(state.Consensus);
        for (int j = 0; j < mixed.Length; j++)
        {
            mixed[j] = _mix.Of(weights[j], consensus[j]);
        }
        return mixed;
    }

    private void Buy(
        ReadOnlySpan<Vector512<double>> weights,
        ReadOnlySpan<Vector512<double>> rates,
        Span<Vector512<double>> bonds
    )
    {
        Vector512<double> one = Vector512<double>.One,
            shared = Vector512.Create(_rate);
        for (int j = 0; j < bonds.Length; j++)
        {
            Vector512<double> rate = rates.IsEmpty ? shared : rates[j];
            Vector512<double> decayed = (one - rate) * bonds[j];
            Vector512<double> room = Vector512.MaxNative(default, one - decayed);
            bonds[j] = Vector512.MinNative(decayed + Vector512.MinNative(rate * weights[j], room), one);
        }
    }
}
