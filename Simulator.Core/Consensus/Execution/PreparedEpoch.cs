using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>One epoch with a stop before its columns: prepare it, have its <see cref="Dense"/> form computed, finish it.</summary>
/// <remarks>
/// Masks, normalised rows and emission are plain code; what lies between is left to whoever computes columns, one epoch at
/// a time or thousands. One instance serves one epoch at a time and keeps its memory from one to the next.
/// </remarks>
/// <param name="rows">Normalises the rows of weights.</param>
internal sealed class PreparedEpoch(IColumnExecution rows)
{
    private readonly DensePreparation _preparation = new(rows);
    private WeightEntry[] _row = [];
    private ScalarEpoch? _reference;
    private EpochInput? _input;
    private EpochHead? _head;

    /// <summary>The epoch as column programs see it.</summary>
    public DenseEpoch Dense { get; } = new();

    /// <summary>Whether the column programs cover the epoch; the plain reference computes it when it is finished, if not.</summary>
    public bool HasColumns { get; private set; }

    /// <summary>Begins an epoch.</summary>
    /// <param name="input">What it reads; unchanged until it is finished.</param>
    /// <param name="like">An epoch, be it the last of this instance, whose input is unchanged too: normalised weights are shared with it where they are equal.</param>
    /// <returns><see cref="HasColumns"/>.</returns>
    public bool Prepare(EpochInput input, PreparedEpoch? like = null) => Prepare(input, null, like);

    /// <summary>Begins an epoch whose first steps are done.</summary>
    public bool Prepare(EpochInput input, EpochHead? head, PreparedEpoch? like)
    {
        try
        {
            head ??= new(input);
            DenseEpoch? weights = like?.WeightsOf(input, head);
            (_input, _head) = (input, head);
            HasColumns = _preparation.TryFill(input, head, Dense, weights);
            return HasColumns;
        }
        catch
        {
            Forget(); // nobody may share what is half filled
            throw;
        }
    }

    /// <summary>Lets go of the last epoch: nobody shares its weights any more.</summary>
    public void Forget() => HasColumns = false;

    /// <summary>Ends the epoch, its columns computed.</summary>
    /// <returns>Its results, in memory of their own.</returns>
    public EpochOutput Finish()
    {
        EpochInput input = _input!;
        if (!HasColumns)
        {
            _reference ??= new();
            return _reference.Run(input);
        }
        EpochOutput output = new(input.Neurons);
        Tail(input, _head!).Write(_head!, input.Emission, output);
        StoreBonds(input, _head!, output);
        GC.KeepAlive(this); // its memory is worked on by address
        return output;
    }

    /// <summary>The form that holds this epoch's weights, if another's are the same.</summary>
    private DenseEpoch? WeightsOf(EpochInput input, EpochHead head) =>
        HasColumns && EqualWeights.Are(_input!, _head!, input, head) ? Dense : null;

    private unsafe EpochTail Tail(EpochInput input, EpochHead head) =>
        EpochTail.Of(
            input,
            head,
            _preparation.UidOfRow.AsSpan(0, Dense.Rows),
            new(Dense.Incentive, Dense.Columns),
            new(Dense.Consensus, Dense.Columns),
            new(Dense.Trust, Dense.Rows),
            new(Dense.Dividends, Dense.Rows)
        );

    private void StoreBonds(EpochInput input, EpochHead head, EpochOutput output)
    {
        output.Bonds.CopyRowsFrom(input.Bonds, first: input.Neurons);
        for (int i = input.Neurons - 1; i >= 0; i--) // the last first, so that memory is taken once
        {
            output.Bonds.Reserve(i, 0);
        }
        BondEntries bonds = new(Dense);
        if (_row.Length < Dense.Columns)
        {
            _row = new WeightEntry[Dense.Columns];
        }
        Span<WeightEntry> entries = _row.AsSpan(0, Dense.Columns);
        for (int r = 0; r < Dense.Rows; r++)
        {
            int uid = _preparation.UidOfRow[r];
            if (!head.NewPermit[uid])
            {
                continue;
            }
            int count = bonds.Copy(r, entries);
            output.Bonds.Set(uid, entries[..count]);
        }
    }
}
