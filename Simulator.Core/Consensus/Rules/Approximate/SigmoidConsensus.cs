namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Consensus before the median: a sigmoid of the stake that gives a miner any weight worth counting.</summary>
/// <remarks>
/// Source: spec §9.1, yuma1. In up to three rounds weights are clipped at their mean by stake, <c>w̄ⱼ = Σ sᵢ·wᵢⱼ</c>. Of the
/// weights that are left, <c>rankⱼ = Σ sᵢ·wᵢⱼ</c>, <c>trustⱼ = Σ sᵢ·[wᵢⱼ ≥ 0.1/(n+1)]</c>,
/// <c>Cⱼ = 1 / (1 + e^(−ρ·(trustⱼ − κ)))</c> and <c>Iⱼ ∝ rankⱼ·Cⱼ</c>. That rank and trust see the clipped weights is our
/// reading of the description.
/// </remarks>
/// <param name="parameters">Slope ρ and middle κ.</param>
/// <param name="neurons">Neurons of the subnet n.</param>
internal sealed class SigmoidConsensus(ApproximateParameters parameters, int neurons) : IApproximateConsensus
{
    private const int Rounds = 3;
    private const double MostExponent = 20; // as the chain's exponential has it

    /// <inheritdoc/>
    public void Settle(ApproximateState state)
    {
        state.Weights.CopyTo(state.Clipped, 0);
        for (int round = 0; round < Rounds; round++)
        {
            state.StakeWeighted(state.Clipped, state.Limits);
            state.Clip(state.Clipped, state.Limits);
        }
        state.Clipped.CopyTo(state.WeightsForBonds, 0);
        state.StakeWeighted(state.Clipped, state.Ranks);
        double enough = 0.1 / (neurons + 1);
        for (int j = 0; j < state.Miners; j++)
        {
            double trust = 0;
            for (int i = 0; i < state.Validators; i++)
            {
                trust += state.Clipped[i * state.Miners + j] >= enough ? state.Stakes[i] : 0;
            }
            double exponent = -parameters.Rho * (trust - parameters.Kappa);
            exponent = Math.Clamp(exponent, -MostExponent, MostExponent);
            state.Consensus[j] = 1 / (1 + NaturalLog.Exp(exponent));
            state.Incentive[j] = state.Ranks[j] * state.Consensus[j];
        }
        ApproximateState.Normalize(state.Incentive);
    }
}
