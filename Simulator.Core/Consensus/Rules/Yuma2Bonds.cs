using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus.Rules;

/// <summary>Bonds before Yuma3: each miner's bonds are shares of one whole, bought with stake and weight.</summary>
/// <remarks>Source: spec §2.5. Storage loses their scale; loading restores it. Liquid alpha does not act here.</remarks>
internal sealed class Yuma2Bonds
{
    private readonly SparseMatrix _bonds = new();
    private readonly SparseMatrix _delta = new();

    /// <summary>The bonds to store, each column's maximum being 1.</summary>
    public SparseMatrix Stored { get; } = new();

    /// <summary>Moves the bonds and gives the normalised dividends.</summary>
    public I32F32[] Run(BondsInput x, IEpochStages? stages)
    {
        int n = x.Epoch.Neurons;

        // B1. Load, drop bonds to newcomers, make each column sum to 1.
        x.LoadBonds(_bonds, value => I32F32.FromInteger((long)value));
        stages?.Record("B", _bonds);
        _bonds.MaskAtMost(x.LastTempo, x.BlockAtRegistration);
        stages?.Record("B (outdatedmask)", _bonds);
        SparseMath.NormalizeColumns(_bonds, n);
        stages?.Record("B (mask+norm)", _bonds);

        // B2. What this epoch would buy.
        _delta.CopyFrom(x.WeightsForBonds);
        SparseMath.ScaleRows(_delta, x.ActiveStake);
        stages?.Record("ΔB", _delta);
        SparseMath.NormalizeColumns(_delta, n);
        stages?.Record("ΔB (norm)", _delta);

        // B3–B4. Move towards it.
        I32F32 rate = BondRates.Steady(x.Epoch.Parameters.BondsMovingAverage);
        SparseMath.MovingAverage(_delta, _bonds, rate, Stored);
        SparseMath.NormalizeColumns(Stored, n);
        stages?.Record("Exponential Moving Average Bonds", Stored);

        // B5. Dividends follow the incentives of the miners one holds.
        I32F32[] dividends = SparseMath.WeightedRowSums(Stored, x.Incentive);
        VectorMath.Normalize(dividends.AsSpan());
        stages?.Record("Dividends", dividends);

        // B6. Storage uses the whole range.
        SparseMath.UpscaleColumns(Stored, n);
        return dividends;
    }
}
