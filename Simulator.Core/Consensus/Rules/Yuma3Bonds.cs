using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus.Rules;

/// <summary>Bonds of Yuma3: a moving average of each weight, in [0, 1] and independent of stake.</summary>
/// <remarks>Source: spec §2.6, §2.7 for the rates of liquid alpha.</remarks>
internal sealed class Yuma3Bonds
{
    private readonly SparseMatrix _bonds = new();
    private readonly SparseMatrix _shares = new();
    private readonly SparseMatrix _earned = new();

    /// <summary>The bonds to store.</summary>
    public SparseMatrix Stored { get; } = new();

    /// <summary>Moves the bonds and gives the normalised dividends.</summary>
    public I32F32[] Run(BondsInput x, IEpochStages? stages)
    {
        // Y1. Load, drop bonds to newcomers.
        x.LoadBonds(_bonds, I32F32.FromProportion);
        stages?.Record("Bonds", _bonds);
        _bonds.MaskAtMost(x.LastTempo, x.BlockAtRegistration);
        stages?.Record("Bonds: (mask)", _bonds);
        stages?.Record("weights_for_bonds", x.WeightsForBonds);

        // Y2. Move towards the weights.
        if (x.Epoch.Parameters.LiquidAlphaOn && !VectorMath.IsZero(x.Consensus))
        {
            MoveByLiquidAlpha(x, stages);
        }
        else
        {
            I32F32 rate = BondRates.Steady(x.Epoch.Parameters.BondsMovingAverage);
            SparseMath.MovingAverage(x.WeightsForBonds, _bonds, rate, Stored);
        }
        stages?.Record("emaB", Stored);

        // Y3. A miner's incentive is shared by bond; then stake decides.
        _shares.CopyFrom(Stored);
        SparseMath.NormalizeColumns(_shares, x.Epoch.Neurons);
        stages?.Record("emaB norm", _shares);
        SparseMath.ScaleColumns(_shares, x.Incentive, _earned);
        I32F32[] total = SparseMath.SumRows(_earned);
        stages?.Record("total_bonds_per_validator", total);
        I32F32[] dividends = VectorMath.Mul(total, x.ActiveStake);
        VectorMath.Normalize(dividends.AsSpan());
        stages?.Record("Dividends", dividends);

        // Y4. Stored as they are.
        return dividends;
    }

    private void MoveByLiquidAlpha(BondsInput x, IEpochStages? stages)
    {
        int n = x.Epoch.Neurons;
        EpochParameters p = x.Epoch.Parameters;
        LiquidAlpha liquid = new(p.AlphaLow, p.AlphaHigh, p.AlphaSigmoidSteepness);
        I32F32[] rates = new I32F32[n],
            all = stages is null ? [] : new I32F32[n * n];
        Stored.Clear();
        for (int i = 0; i < n; i++)
        {
            // A row without weights keeps no bond, whatever its rates.
            if (x.WeightsForBonds.Columns(i).IsEmpty && stages is null)
            {
                Stored.EndRow();
                continue;
            }
            liquid.Rates(x.WeightsForBonds, _bonds, i, x.Consensus, rates);
            SparseMath.MovingAverageRow(x.WeightsForBonds, _bonds, i, rates, Stored);
            if (stages is not null)
            {
                rates.CopyTo(all, i * n);
            }
        }
        stages?.RecordDense("alphas", all);
    }
}
