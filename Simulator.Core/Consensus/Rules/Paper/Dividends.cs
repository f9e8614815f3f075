namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Dividends as shares, and for 1000 TAO of stake.</summary>
/// <remarks>
/// Source: variants §4–5. <c>Dn_i = D_i / (Σ D + ε)</c> and <c>ρ E Dn_i / (S_i T / 1000)</c>, with stakes as they were
/// given.
/// </remarks>
internal static class Dividends
{
    // Less stake than this, in thousands of TAO, counts as none.
    private const double LeastStake = 1e-6;

    /// <summary>Turns raw rewards into dividends.</summary>
    public static void Settle(PaperState state, PaperParameters parameters)
    {
        double sum = LaneSum.Of(state.Dividends) + PaperState.Epsilon;
        for (int i = 0; i < state.Nodes; i++)
        {
            state.Dividends[i] /= sum;
            double thousands = state.Stakes[i] * parameters.TotalSubnetStake / 1000;
            double paid =
                parameters.ValidatorEmissionRatio * state.Dividends[i] * parameters.TotalEpochEmission;
            state.DividendsPer1000[i] = thousands > LeastStake ? paid / thousands : 0;
        }
    }
}
