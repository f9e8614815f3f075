namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Bonds as shares of stake times weight, and the dividends that follow from them.</summary>
/// <remarks>
/// Source: spec §2.5 B1–B5: with B and ΔB ∝ sᵢ·wᵢⱼ summing to 1 in each column, <c>B′ᵢⱼ = rⱼ·ΔBᵢⱼ + (1 − rⱼ)·Bᵢⱼ</c>, normalised
/// again, and <c>Dᵢ ∝ Σ Iⱼ·B′ᵢⱼ</c>. The clamped purchase of liquid alpha's sparse form is left out, as §9.1.1 allows.
/// </remarks>
internal static class ApproximateBonds
{
    /// <summary>Moves the bonds at the rates of the state, and fills dividends and validators' trust.</summary>
    public static void Advance(ApproximateState state)
    {
        state.NormalizeColumns(state.Bonds);
        for (int i = 0; i < state.Validators; i++)
        {
            Span<double> weights = state.Row(state.WeightsForBonds, i),
                bought = state.Row(state.Bought, i);
            for (int j = 0; j < weights.Length; j++)
            {
                bought[j] = state.Stakes[i] * weights[j];
            }
        }
        state.NormalizeColumns(state.Bought);
        for (int k = 0; k < state.Bonds.Length; k++)
        {
            double rate = state.Rates[k % state.Miners];
            state.Bonds[k] = rate * state.Bought[k] + (1 - rate) * state.Bonds[k];
        }
        state.NormalizeColumns(state.Bonds);
        for (int i = 0; i < state.Validators; i++)
        {
            Span<double> bonds = state.Row(state.Bonds, i);
            double earned = 0;
            for (int j = 0; j < bonds.Length; j++)
            {
                earned += state.Incentive[j] * bonds[j];
            }
            state.Dividends[i] = earned;
            state.ValidatorTrust[i] = ApproximateState.Sum(state.Row(state.Clipped, i));
        }
        ApproximateState.Normalize(state.Dividends);
    }
}
