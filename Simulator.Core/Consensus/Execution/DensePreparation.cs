using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Brings what an epoch reads into the form of the column programs: masks, normalised rows, majority, rates.</summary>
/// <remarks>Source: spec §2.4, E6 and E10; §2.5, B1 and B3.</remarks>
internal sealed unsafe class DensePreparation
{
    private const long One = 1L << 32;

    private int[] _rowOfUid = [];
    private int[] _seenInRow = [];

    /// <summary>The uid of every row; only as many as the epoch has rows.</summary>
    public int[] UidOfRow { get; private set; } = [];

    /// <summary>Fills the dense form.</summary>
    /// <returns>False, with the form half filled, when the input has a shape that only the plain reference treats as the chain does.</returns>
    public bool TryFill(EpochInput input, EpochHead head, DenseEpoch dense)
    {
        if (!ProgramsCover(input))
        {
            return false;
        }
        ChooseRows(input, head, dense);
        return TryLoadWeights(input, head, dense)
            && TryLoadBonds(input, head, dense)
            && Finish(input.Parameters, dense);
    }

    /// <summary>Rates outside [0, 1], bounds in the wrong order and sums that leave the format are the reference's.</summary>
    private static bool ProgramsCover(EpochInput input)
    {
        EpochParameters p = input.Parameters;
        return input.Neurons < 1 << 15
            && p.BondsMovingAverage <= 1_000_000
            && (!IsLiquid(p) || p.AlphaLow.Raw <= p.AlphaHigh.Raw);
    }

    private static bool IsLiquid(EpochParameters p) => p.Yuma3On && p.LiquidAlphaOn;

    /// <summary>Rows that vote come first; rows with neither stake nor weights nor bonds do not come at all.</summary>
    private void ChooseRows(EpochInput input, EpochHead head, DenseEpoch dense)
    {
        int n = input.Neurons;
        if (_rowOfUid.Length < n)
        {
            (_rowOfUid, UidOfRow, _seenInRow) = (new int[n], new int[n], new int[n]);
        }
        Array.Clear(_seenInRow);
        int rows = 0;
        for (int i = 0; i < n; i++)
        {
            _rowOfUid[i] = -1;
            if (head.ActiveStake[i] > I32F32.Zero)
            {
                Place(i, rows++);
            }
        }
        int voters = rows;
        for (int i = 0; i < n; i++)
        {
            bool hasWeights = !head.Forbidden[i] && !input.Weights[i].IsEmpty;
            if (_rowOfUid[i] < 0 && (hasWeights || !input.Bonds[i].IsEmpty))
            {
                Place(i, rows++);
            }
        }
        dense.Reset(rows, voters, n);
        for (int r = 0; r < voters; r++)
        {
            dense.Stake[r] = head.ActiveStake[UidOfRow[r]].Bits;
        }
    }

    private void Place(int uid, int row) => (_rowOfUid[uid], UidOfRow[row]) = (row, uid);

    private bool TryLoadWeights(EpochInput input, EpochHead head, DenseEpoch dense)
    {
        bool ascending = IsLiquid(input.Parameters);
        for (int r = 0; r < dense.Rows; r++)
        {
            int i = UidOfRow[r];
            if (head.Forbidden[i])
            {
                continue;
            }
            Span<uint> codes = new(dense.Codes + (long)r * dense.Stride, dense.Columns);
            ulong earliestCommit = head.EarliestCommit.Length > 0 ? head.EarliestCommit[i] : ulong.MaxValue;
            if (!TryScatter(input, head, i, earliestCommit, ascending, codes, out ulong sum))
            {
                return false;
            }
            NormalizeRow(codes, sum);
        }
        return true;
    }

    /// <summary>Writes 1 + weight of every entry that counts; false for an entry that stands twice or, if it matters, too late.</summary>
    private static bool TryScatter(
        EpochInput input,
        EpochHead head,
        int i,
        ulong earliestCommit,
        bool ascending,
        Span<uint> codes,
        out ulong sum
    )
    {
        ulong[] registered = head.BlockAtRegistration;
        ulong updated = head.LastUpdate[i];
        bool ownSelf = i == input.OwnerUid?.Index;
        sum = 0;
        int last = -1;
        foreach (WeightEntry entry in input.Weights[i])
        {
            int j = entry.Uid;
            if (j >= codes.Length)
            {
                continue;
            }
            if ((ascending && j <= last) || codes[j] != 0)
            {
                return false;
            }
            last = j;
            bool counts = (i != j || ownSelf) && updated > registered[j] && earliestCommit >= registered[j];
            if (counts)
            {
                codes[j] = 1U + entry.Value;
                sum += entry.Value;
            }
        }
        return true;
    }

    private static void NormalizeRow(Span<uint> codes, ulong sum)
    {
        if (sum == 0)
        {
            return;
        }
        foreach (ref uint code in codes)
        {
            if (code > WeightCode.ExplicitZero)
            {
                code = WeightCode.Of((long)(((ulong)(code - 1) << 32) / sum));
            }
        }
    }

    private bool TryLoadBonds(EpochInput input, EpochHead head, DenseEpoch dense)
    {
        bool ascending = IsLiquid(input.Parameters);
        ulong lastTempo = BondAge.LastTempo(input);
        for (int r = 0; r < dense.Rows; r++)
        {
            Span<ushort> bonds = new(dense.Bonds + (long)r * dense.Stride, dense.Columns);
            int last = -1;
            foreach (WeightEntry entry in input.Bonds[UidOfRow[r]])
            {
                int j = entry.Uid;
                if (j >= bonds.Length)
                {
                    continue;
                }
                if ((ascending && j <= last) || _seenInRow[j] == r + 1)
                {
                    return false;
                }
                last = j;
                _seenInRow[j] = r + 1;
                bonds[j] = lastTempo > head.BlockAtRegistration[j] ? entry.Value : (ushort)0;
            }
        }
        return true;
    }

    private static bool Finish(EpochParameters p, DenseEpoch dense)
    {
        dense.Rule =
            !p.Yuma3On ? BondRule.Yuma2
            : p.LiquidAlphaOn ? BondRule.Yuma3Liquid
            : BondRule.Yuma3;
        long penalty = I32F32.FromProportion(p.BondsPenalty.Raw).Bits;
        dense.Parameters = new()
        {
            Penalty = penalty,
            KeepZeros = penalty is 0 or One ? 1 : 0,
            Rate = BondRates.Steady(p.BondsMovingAverage).Bits,
            RateLow = I32F32.FromProportion(p.AlphaLow.Raw).Bits,
            RateHigh = I32F32.FromProportion(p.AlphaHigh.Raw).Bits,
            Slope = I32F32
                .FromInteger((long)p.AlphaSigmoidSteepness)
                .SaturatingDiv(I32F32.FromInteger(-100L))
                .Bits,
        };
        FindMajority(I32F32.FromProportion(p.Kappa.Raw).Bits, dense);
        return true;
    }

    /// <summary>The voters' shares of the stake, and how much of it may lie below the consensus weight.</summary>
    private static void FindMajority(long kappa, DenseEpoch dense)
    {
        Span<long> votes = new(dense.Trust, dense.Voters);
        new ReadOnlySpan<long>(dense.Stake, dense.Voters).CopyTo(votes);
        Proportions.Normalize(votes);
        long sum = 0;
        for (int r = 0; r < votes.Length; r++)
        {
            // 1.0 has no code of its own, and needs none: it is a single voter's, whose weight wins whatever it counts.
            dense.Votes[r] = (uint)Math.Min(votes[r], uint.MaxValue);
            sum += votes[r];
        }
        dense.Minority = (uint)Math.Clamp(sum - kappa, 0, Math.Max(0, sum - 1));
    }
}
