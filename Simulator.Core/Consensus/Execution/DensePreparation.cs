using System.Collections;
using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Brings what an epoch reads into the form of the column programs: masks, normalised rows, majority, rates.</summary>
/// <remarks>Source: spec §2.4, E6 and E10; §2.5, B1 and B3.</remarks>
/// <param name="rows">Normalises the rows of weights.</param>
internal sealed unsafe class DensePreparation(IColumnExecution rows)
{
    private readonly EpochRows _rows = new();
    private readonly BitArray _seen = new(1 << 16);

    /// <inheritdoc cref="EpochRows.Uids"/>
    public int[] UidOfRow => _rows.Uids;

    /// <summary>Fills the dense form.</summary>
    /// <param name="input">What the epoch reads.</param>
    /// <param name="head">Its first steps.</param>
    /// <param name="dense">The form.</param>
    /// <param name="weights">A form with the same weights (<see cref="EqualWeights"/>), whose codes are shared; null to make them.</param>
    /// <returns>False, with the form half filled, when the input has a shape that only the plain reference treats as the chain does.</returns>
    public bool TryFill(EpochInput input, EpochHead head, DenseEpoch dense, DenseEpoch? weights = null)
    {
        if (!EpochRules.ProgramsCover(input))
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

    /// <summary>Rows that vote come first; rows with neither stake nor weights nor bonds do not come at all.</summary>
    private void ChooseRows(EpochInput input, EpochHead head, DenseEpoch dense, DenseEpoch? weights)
    {
        _rows.Choose(input, head);
        dense.Reset(_rows.Count, _rows.Voters, input.Neurons, weights);
        for (int r = 0; r < dense.Voters; r++)
        {
            dense.Stake[r] = head.ActiveStake[UidOfRow[r]].Bits;
        }
    }

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
                return !EpochRules.IsLiquid(input.Parameters) && !HasDuplicates(entries);
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
        dense.Rule = EpochRules.RuleOf(p);
        dense.Parameters = EpochRules.BitsOf(p);
        int voters = dense.Voters;
        dense.Minority = EpochRules.Minority(
            p,
            new(dense.Stake, voters),
            new(dense.Trust, voters),
            new(dense.Votes, voters)
        );
    }
}
