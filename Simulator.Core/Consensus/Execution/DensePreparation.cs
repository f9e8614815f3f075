using System.Collections;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Brings what an epoch reads into the form of the column programs: masks, normalised rows, majority, rates.</summary>
/// <remarks>Source: spec §2.4, E6 and E10; §2.5, B1 and B3.</remarks>
/// <param name="rows">Normalises the rows of weights.</param>
internal sealed unsafe class DensePreparation(IColumnExecution rows)
{
    private const long One = 1L << 32;

    private int[] _rowOfUid = [];
    private readonly BitArray _seen = new(1 << 16);

    /// <summary>The uid of every row; only as many as the epoch has rows.</summary>
    public int[] UidOfRow { get; private set; } = [];

    /// <summary>Fills the dense form.</summary>
    /// <param name="input">What the epoch reads.</param>
    /// <param name="head">Its first steps.</param>
    /// <param name="dense">The form.</param>
    /// <param name="weights">A form with the same weights (<see cref="EqualWeights"/>), whose codes are shared; null to make them.</param>
    /// <returns>False, with the form half filled, when the input has a shape that only the plain reference treats as the chain does.</returns>
    public bool TryFill(EpochInput input, EpochHead head, DenseEpoch dense, DenseEpoch? weights = null)
    {
        if (!ProgramsCover(input))
        {
            return false;
        }
        ChooseRows(input, head, dense, weights);
        if ((weights is null && !TryLoadWeights(input, head, dense)) || !TryLoadBonds(input, head, dense))
        {
            return false;
        }
        if (weights is null)
        {
            rows.NormalizeRows(dense);
        }
        Finish(input.Parameters, dense);
        return true;
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
    private void ChooseRows(EpochInput input, EpochHead head, DenseEpoch dense, DenseEpoch? weights)
    {
        int n = input.Neurons;
        if (_rowOfUid.Length < n)
        {
            (_rowOfUid, UidOfRow) = (new int[n], new int[n]);
        }
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
        dense.Reset(rows, voters, n, weights);
        for (int r = 0; r < voters; r++)
        {
            dense.Stake[r] = head.ActiveStake[UidOfRow[r]].Bits;
        }
    }

    private void Place(int uid, int row) => (_rowOfUid[uid], UidOfRow[row]) = (row, uid);

    private bool TryLoadWeights(EpochInput input, EpochHead head, DenseEpoch dense)
    {
        ulong newest = head.BlockAtRegistration.Max();
        for (int r = 0; r < dense.Rows; r++)
        {
            int i = UidOfRow[r];
            if (head.Forbidden[i] || input.Weights[i].IsEmpty)
            {
                continue;
            }
            Span<uint> codes = new(dense.Codes + (long)r * dense.Stride, dense.Columns);
            ulong earliestCommit = head.EarliestCommit.Length > 0 ? head.EarliestCommit[i] : ulong.MaxValue;
            // A weight counts when it was set after the miner came, and no commit still hidden is older than the miner.
            ulong latest = Math.Min(head.LastUpdate[i] == 0 ? 0 : head.LastUpdate[i] - 1, earliestCommit);
            bool whole = newest <= latest && CompleteRow.TryReadCodes(input.Weights[i], codes);
            if (!whole && !TryScatter(input, i, latest, head.BlockAtRegistration, codes))
            {
                return false;
            }
            if (head.LastUpdate[i] == 0)
            {
                codes.Clear();
            }
            else if (i != input.OwnerUid?.Index)
            {
                codes[i] = 0;
            }
        }
        return true;
    }

    private bool TryScatter(EpochInput input, int row, ulong latest, ulong[] registered, Span<uint> codes)
    {
        ReadOnlySpan<WeightEntry> entries = input.Weights[row];
        if (!IsRegular(entries, input))
        {
            return false;
        }
        codes.Clear(); // of what a row that is not whole has left
        Scatter(entries, latest, registered, codes);
        return true;
    }

    private static void Scatter(
        ReadOnlySpan<WeightEntry> entries,
        ulong latest,
        ulong[] registered,
        Span<uint> codes
    )
    {
        foreach (WeightEntry entry in entries)
        {
            int j = entry.Uid;
            if (j < codes.Length && registered[j] <= latest)
            {
                codes[j] = 1U + entry.Value;
            }
        }
    }

    /// <summary>Whether no entry stands twice and, under liquid alpha, all stand in order.</summary>
    private bool IsRegular(ReadOnlySpan<WeightEntry> entries, EpochInput input)
    {
        int last = -1;
        foreach (WeightEntry entry in entries)
        {
            if (entry.Uid <= last)
            {
                return !IsLiquid(input.Parameters) && !HasDuplicates(entries);
            }
            last = entry.Uid;
        }
        return true;
    }

    private bool HasDuplicates(ReadOnlySpan<WeightEntry> entries)
    {
        _seen.SetAll(false);
        foreach (WeightEntry entry in entries)
        {
            if (_seen[entry.Uid])
            {
                return true;
            }
            _seen[entry.Uid] = true;
        }
        return false;
    }

    private bool TryLoadBonds(EpochInput input, EpochHead head, DenseEpoch dense)
    {
        ulong lastTempo = BondAge.LastTempo(input);
        ulong[] registered = head.BlockAtRegistration;
        bool allLast = registered.Max() < lastTempo;
        for (int r = 0; r < dense.Rows; r++)
        {
            ReadOnlySpan<WeightEntry> entries = input.Bonds[UidOfRow[r]];
            Span<ushort> bonds = new(dense.Bonds + (long)r * dense.Stride, dense.Columns);
            if (allLast && CompleteRow.TryReadValues(entries, bonds))
            {
                continue;
            }
            if (!IsRegular(entries, input))
            {
                return false;
            }
            bonds.Clear(); // of what a row that is not whole has left
            foreach (WeightEntry entry in entries)
            {
                int j = entry.Uid;
                if (j < bonds.Length && lastTempo > registered[j])
                {
                    bonds[j] = entry.Value;
                }
            }
        }
        return true;
    }

    private static void Finish(EpochParameters p, DenseEpoch dense)
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
            Slope = LiquidAlpha.SlopeOf(p.AlphaSigmoidSteepness).Bits,
        };
        FindMajority(I32F32.FromProportion(p.Kappa.Raw).Bits, dense);
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
