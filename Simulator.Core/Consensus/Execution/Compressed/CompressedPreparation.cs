namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>Brings what an epoch reads into compressed columns: masks, normalised rows, majority, rates.</summary>
/// <remarks>Source: spec §2.4, E6 and E10; §2.5, B1 and B3.</remarks>
/// <param name="programs">Normalises the rows of weights.</param>
internal sealed class CompressedPreparation(ICompressedColumns programs)
{
    private readonly EpochRows _rows = new();
    private readonly RowMerge _merge = new();

    /// <inheritdoc cref="EpochRows.Uids"/>
    public int[] UidOfRow => _rows.Uids;

    /// <summary>Fills the compressed form.</summary>
    /// <returns>False, with the form half filled, when the programs do not cover the input or a row is out of order.</returns>
    public unsafe bool TryFill(EpochInput input, EpochHead head, CompressedEpoch epoch)
    {
        if (!EpochRules.ProgramsCover(input))
        {
            return false;
        }
        _rows.Choose(input, head);
        epoch.Reset(_rows.Count, _rows.Voters, input.Neurons);
        if (!TryLoadRows(input, head, epoch.Entries))
        {
            return false;
        }
        epoch.Blocks.Fill(epoch.Entries, epoch.Rows, epoch.Columns);
        for (int r = 0; r < epoch.Voters; r++)
        {
            epoch.Stake[r] = head.ActiveStake[UidOfRow[r]].Bits;
        }
        EpochParameters p = input.Parameters;
        int voters = epoch.Voters;
        epoch.Rule = EpochRules.RuleOf(p);
        epoch.Parameters = EpochRules.BitsOf(p);
        epoch.Minority = EpochRules.Minority(
            p,
            new(epoch.Stake, voters),
            new(epoch.Trust, voters),
            new(epoch.Votes, voters)
        );
        return true;
    }

    private unsafe bool TryLoadRows(EpochInput input, EpochHead head, EntryRows entries)
    {
        int room = 0;
        for (int r = 0; r < _rows.Count; r++)
        {
            room += input.Weights[_rows.Uids[r]].Length + input.Bonds[_rows.Uids[r]].Length;
        }
        entries.Clear(_rows.Count, room);
        _merge.Begin(head.BlockAtRegistration);
        // A bond counts when its miner came before this tempo.
        ulong lastTempo = BondAge.LastTempo(input),
            until = lastTempo == 0 ? 0 : lastTempo - 1;
        for (int r = 0; r < _rows.Count; r++)
        {
            int uid = _rows.Uids[r];
            if (!TryLoadWeights(input, head, uid))
            {
                return false;
            }
            programs.NormalizeRow(_merge.Codes, _merge.Weights);
            if (!_merge.TryTakeBonds(lastTempo == 0 ? [] : input.Bonds[uid], until))
            {
                return false;
            }
            _merge.AppendTo(entries);
        }
        return true;
    }

    private bool TryLoadWeights(EpochInput input, EpochHead head, int uid)
    {
        if (head.Forbidden[uid] || head.LastUpdate[uid] == 0)
        {
            return _merge.TryTakeWeights([], without: null, until: 0);
        }
        ulong earliestCommit = head.EarliestCommit.Length > 0 ? head.EarliestCommit[uid] : ulong.MaxValue;
        // A weight counts when it was set after the miner came, and no commit still hidden is older than the miner.
        return _merge.TryTakeWeights(
            input.Weights[uid],
            without: uid == input.OwnerUid?.Index ? null : uid,
            until: Math.Min(head.LastUpdate[uid] - 1, earliestCommit)
        );
    }
}
