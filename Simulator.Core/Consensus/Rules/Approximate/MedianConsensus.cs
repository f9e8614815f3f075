namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Consensus as in Yuma2: the largest weight that at least κ of the stake supports.</summary>
/// <remarks>
/// Source: spec §1.5, §2.4 E7–E10: <c>W̄ᵢⱼ = min(wᵢⱼ, Cⱼ)</c>, <c>Iⱼ ∝ Σ sᵢ·W̄ᵢⱼ</c>, and bonds follow
/// <c>wᵢⱼ + β·(W̄ᵢⱼ − wᵢⱼ)</c>.
/// </remarks>
/// <param name="parameters">Majority κ and penalty β.</param>
internal sealed class MedianConsensus(ApproximateParameters parameters) : IApproximateConsensus
{
    /// <inheritdoc/>
    public void Settle(ApproximateState state)
    {
        double[] weights = new double[state.Validators];
        double[] stakes = new double[state.Validators];
        for (int j = 0; j < state.Miners; j++)
        {
            for (int i = 0; i < state.Validators; i++)
            {
                (weights[i], stakes[i]) = (state.Weights[i * state.Miners + j], state.Stakes[i]);
            }
            Array.Sort(weights, stakes);
            state.Consensus[j] = Median(weights, stakes);
        }
        state.Weights.CopyTo(state.Clipped, 0);
        state.Clip(state.Clipped, state.Consensus);
        state.StakeWeighted(state.Clipped, state.Incentive);
        ApproximateState.Normalize(state.Incentive);
        for (int k = 0; k < state.Weights.Length; k++)
        {
            state.WeightsForBonds[k] =
                state.Weights[k] + parameters.BondsPenalty * (state.Clipped[k] - state.Weights[k]);
        }
    }

    /// <summary>The largest weight that is supported; the least one with stake where none is.</summary>
    /// <param name="weights">Weights in rising order.</param>
    /// <param name="stakes">Their stakes.</param>
    private double Median(double[] weights, double[] stakes)
    {
        double median = 0,
            support = 0;
        for (int i = weights.Length - 1; i >= 0 && (support < parameters.Kappa || support == 0); i--)
        {
            support += stakes[i];
            median = stakes[i] > 0 ? weights[i] : median;
        }
        return median;
    }
}
