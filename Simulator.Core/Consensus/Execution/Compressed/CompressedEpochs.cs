using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>The epoch on stored entries alone: the bits of the other executions, in time that grows with the entries.</summary>
/// <param name="columns">Runs the column programs.</param>
/// <param name="densest">Share of the cells with entries, at most, for which this is worth it.</param>
internal sealed class CompressedEpochs(
    ICompressedColumns columns,
    double densest = CompressedEpochs.BreakEven
)
{
    /// <summary>
    /// Share of cells with entries up to which whole columns are clearly slower. Measured at 256 × 4,096: half the time
    /// at 0.3, and the gain is lost between 0.4 and 0.6.
    /// </summary>
    public const double BreakEven = 0.3;

    private readonly CompressedPreparation _preparation = new(columns);
    private readonly CompressedEpoch _epoch = new();
    private readonly CompressedRows _rows = new(columns);

    /// <summary>Computes an epoch.</summary>
    /// <returns>Nothing, when the input is too dense or is not covered.</returns>
    public EpochOutput? Run(EpochInput input, EpochHead head)
    {
        if (DensityOf(input, head) > densest || !_preparation.TryFill(input, head, _epoch))
        {
            return null;
        }
        columns.Run(_epoch);
        EpochOutput output = new(input.Neurons);
        SumRows(input, head, output.Bonds);
        Tail(input, head).Write(head, input.Emission, output);
        GC.KeepAlive(this); // its memory is worked on by address
        return output;
    }

    /// <summary>Entries that are read, a cell with weight and bond counting once, out of all cells of rows with any.</summary>
    private static double DensityOf(EpochInput input, EpochHead head)
    {
        long entries = 0,
            rows = 0;
        for (int i = 0; i < input.Neurons; i++)
        {
            int weights = head.Forbidden[i] ? 0 : input.Weights[i].Length;
            int most = Math.Max(weights, input.Bonds[i].Length);
            entries += most;
            rows += most > 0 ? 1 : 0;
        }
        return entries == 0 ? 0 : (double)entries / (rows * input.Neurons);
    }

    private unsafe void SumRows(EpochInput input, EpochHead head, StoredRows bonds)
    {
        bonds.CopyRowsFrom(input.Bonds, first: input.Neurons);
        for (int i = input.Neurons - 1; i >= 0; i--)
        {
            bonds.Reserve(i, 0);
        }
        BondRule rule = ExactColumns.RuleOf(_epoch.Rule, new(_epoch.Consensus, _epoch.Columns));
        BondPresence presence = new(rule, _epoch.Parameters);
        for (int r = 0; r < _epoch.Rows; r++)
        {
            int uid = _preparation.UidOfRow[r];
            ReadOnlySpan<WeightEntry> entries = _rows.Sum(_epoch, r, presence);
            if (head.NewPermit[uid])
            {
                bonds.Set(uid, entries);
            }
        }
    }

    private unsafe EpochTail Tail(EpochInput input, EpochHead head) =>
        EpochTail.Of(
            input,
            head,
            _preparation.UidOfRow.AsSpan(0, _epoch.Rows),
            new(_epoch.Incentive, _epoch.Columns),
            new(_epoch.Consensus, _epoch.Columns),
            new(_epoch.Trust, _epoch.Rows),
            new(_epoch.Dividends, _epoch.Rows)
        );
}
