using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus;

/// <summary>Liquid alpha: the rate at which one bond moves, by a sigmoid of its distance to the consensus.</summary>
/// <remarks>Source: spec §2.7, §11.1. The rate is the weight of the new observation.</remarks>
internal sealed class LiquidAlpha
{
    private static readonly I32F32 Half = I32F32.FromBits(1L << 31);

    private readonly I32F32 _low;
    private readonly I32F32 _high;
    private readonly I32F32 _slope;
    private I32F32[] _weight = [];
    private I32F32[] _bond = [];

    /// <summary>The rates of one subnet.</summary>
    /// <param name="low">Lowest rate.</param>
    /// <param name="high">Highest rate.</param>
    /// <param name="steepness">Slope times 100.</param>
    public LiquidAlpha(PerU16 low, PerU16 high, short steepness)
    {
        _low = I32F32.FromProportion(low.Raw);
        _high = I32F32.FromProportion(high.Raw);
        _slope = SlopeOf(steepness);
    }

    /// <summary>The slope of the exponent: minus a hundredth of the steepness.</summary>
    public static I32F32 SlopeOf(short steepness) =>
        I32F32.FromInteger((long)steepness).SaturatingDiv(I32F32.FromInteger(-100L));

    /// <summary>The rate of one bond.</summary>
    /// <param name="consensus">Consensus weight of the miner.</param>
    /// <param name="weight">What the bond moves to.</param>
    /// <param name="bond">What it is.</param>
    public I32F32 Rate(I32F32 consensus, I32F32 weight, I32F32 bond) =>
        RateAt(Gate(_slope, consensus, weight, bond), _low, _high);

    /// <summary>How far the rate of one bond is on its way from the lowest to the highest.</summary>
    /// <param name="slope">Slope of the exponent.</param>
    /// <param name="consensus">Consensus weight of the miner.</param>
    /// <param name="weight">What the bond moves to.</param>
    /// <param name="bond">What it is.</param>
    public static I32F32 Gate(I32F32 slope, I32F32 consensus, I32F32 weight, I32F32 bond)
    {
        // Buying is measured against the consensus, selling against the weight that is left.
        I32F32 distance = weight >= bond ? weight.SaturatingSub(consensus) : bond.SaturatingSub(weight);
        I32F32 exponent = slope.SaturatingMul(distance.Clamp(I32F32.Zero, I32F32.One).SaturatingSub(Half));
        return I32F32.One.SaturatingDiv(I32F32.One.SaturatingAdd(FixedMath.ExpSafe(exponent)));
    }

    /// <summary>The rate that is a part of the way from the lowest to the highest.</summary>
    public static I32F32 RateAt(I32F32 gate, I32F32 low, I32F32 high) =>
        low.SaturatingAdd(gate.SaturatingMul(high.SaturatingSub(low))).Clamp(low, high);

    /// <summary>The rates of one validator's bonds to all miners.</summary>
    /// <param name="weights">What the bonds move to.</param>
    /// <param name="bonds">What they are.</param>
    /// <param name="row">Row of the validator in both.</param>
    /// <param name="consensus">Consensus weight of every miner.</param>
    /// <param name="rates">The result, one for every miner.</param>
    public void Rates(
        SparseMatrix weights,
        SparseMatrix bonds,
        int row,
        ReadOnlySpan<I32F32> consensus,
        Span<I32F32> rates
    )
    {
        _weight = Visible(weights, row, consensus.Length, _weight);
        _bond = Visible(bonds, row, consensus.Length, _bond);
        for (int j = 0; j < rates.Length; j++)
        {
            rates[j] = Rate(consensus[j], _weight[j], _bond[j]);
        }
    }

    /// <summary>A row as the chain's merge walk sees it: it expects ascending columns and passes over an entry that comes too late.</summary>
    private static I32F32[] Visible(SparseMatrix x, int row, int columns, I32F32[] dense)
    {
        dense = dense.Length == columns ? dense : new I32F32[columns];
        Array.Clear(dense);
        ReadOnlySpan<ushort> at = x.Columns(row);
        int last = -1;
        for (int k = 0; k < at.Length; k++)
        {
            if (at[k] > last && at[k] < columns)
            {
                dense[at[k]] = x.Values(row)[k];
            }
            last = Math.Max(last, at[k]);
        }
        return dense;
    }
}
