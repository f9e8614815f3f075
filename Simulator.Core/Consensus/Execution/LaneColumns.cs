using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The column programs on vectors: a step is the columns of one vector of codes, first their median, then their bonds.</summary>
/// <remarks>Addresses stay inside the epoch's buffers, whose size was checked when they were made: the arithmetic is unchecked.</remarks>
/// <typeparam name="T">Numbers of several columns.</typeparam>
/// <typeparam name="U">Codes of twice as many columns.</typeparam>
internal sealed unsafe class LaneColumns<T, U> : IColumnExecution
    where T : struct, IVectorLane<T>
    where U : struct, IVectorCode<U>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Program =
        MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    // Not a static array: that costs a class-initialisation check per look-up in code that is optimised at once.
    private readonly PinnedMemory<long> _reciprocals = new(Exponential.Terms);
    private PinnedMemory<uint> _tile = new(0); // [row][U.Columns]: the codes of this step
    private PinnedMemory<uint> _votes = new(0); // [row][U.Columns]: the share of each voter, in every lane
    private int _room;

    /// <summary>Makes the table of reciprocals.</summary>
    public LaneColumns() =>
        Exponential.Reciprocals<T>().CopyTo(new Span<long>(_reciprocals.Pointer, Exponential.Terms));

    /// <inheritdoc/>
    public string Name => $"{U.Columns * 32} bits";

    /// <inheritdoc/>
    public void NormalizeRows(DenseEpoch epoch)
    {
        for (int i = 0; i < epoch.Rows; i++)
        {
            LaneRows<T>.Normalize(epoch.Codes + (long)i * epoch.Stride, epoch.Width);
        }
    }

    /// <inheritdoc/>
    public void Run(DenseEpoch epoch)
    {
        Reserve(epoch.Rows);
        for (int i = 0; i < epoch.Voters; i++)
        {
            U.Store(U.FromBits(epoch.Votes[i]), _votes.Pointer + i * U.Columns);
        }
        RuleParameters<T> p = new(epoch.Parameters);
        RuleParameters<Pair<T>> pairs = new(epoch.Parameters);
        // The chain asks the consensus of all columns before it lets the rates be liquid.
        bool liquid = epoch.Rule == BondRule.Yuma3Liquid && AnyConsensus(epoch);
        for (int j = 0; j < epoch.Width; j += U.Columns)
        {
            Load(epoch, j);
            if (!liquid)
            {
                Median(epoch, j);
            }
            if (epoch.Rule == BondRule.Yuma2)
            {
                Yuma2(epoch, j, p);
            }
            else if (liquid)
            {
                Yuma3Liquid(epoch, j, pairs);
            }
            else
            {
                Yuma3(epoch, j, p);
            }
        }
        Proportions.Normalize(new(epoch.Incentive, epoch.Columns));
        for (int i = 0; i < epoch.Rows; i++)
        {
            Sums(epoch, i);
        }
    }

    private bool AnyConsensus(DenseEpoch epoch)
    {
        for (int j = 0; j < epoch.Width; j += U.Columns)
        {
            Load(epoch, j);
            Median(epoch, j);
        }
        return new ReadOnlySpan<long>(epoch.Consensus, epoch.Columns).ContainsAnyExcept(0L);
    }

    private void Load(DenseEpoch epoch, int j)
    {
        unchecked
        {
            uint* from = epoch.Codes + j;
            for (int i = 0; i < epoch.Rows; i++)
            {
                U.Store(U.Load(from + (nint)i * epoch.Stride), _tile.Pointer + (nint)i * U.Columns);
            }
        }
    }

    [MethodImpl(Program)]
    private void Median(DenseEpoch epoch, int j)
    {
        uint* codes = stackalloc uint[U.Columns];
        U consensus = ColumnMedian.Of<U, Votes>(
            new(_tile.Pointer, _votes.Pointer, epoch.Voters),
            U.FromBits(epoch.Minority)
        );
        U.Store(consensus, codes);
        for (int h = 0; h < U.Columns; h += T.Columns)
        {
            T.Store(WeightCode.Value(T.LoadCodes(codes + h)), epoch.Consensus + j + h);
        }
    }

    [MethodImpl(Program)]
    private void Yuma2(DenseEpoch epoch, int j, in RuleParameters<T> p)
    {
        for (int h = 0; h < U.Columns; h += T.Columns)
        {
            Column<T> column = new(epoch, _tile.Pointer + h, _reciprocals.Pointer, j + h);
            T rank = ColumnBonds.Yuma2(column, T.Load(epoch.Consensus + j + h), p);
            T.Store(rank, epoch.Incentive + j + h);
        }
    }

    [MethodImpl(Program)]
    private void Yuma3(DenseEpoch epoch, int j, in RuleParameters<T> p)
    {
        for (int h = 0; h < U.Columns; h += T.Columns)
        {
            Column<T> column = new(epoch, _tile.Pointer + h, _reciprocals.Pointer, j + h);
            T consensus = T.Load(epoch.Consensus + j + h);
            T.Store(
                ColumnBonds.Yuma3<T, Column<T>, SteadyRate>(column, consensus, p),
                epoch.Incentive + j + h
            );
        }
    }

    /// <summary>Two vectors at once: a term of the series waits for the one before, and meanwhile the other vector's is computed.</summary>
    [MethodImpl(Program)]
    private void Yuma3Liquid(DenseEpoch epoch, int j, in RuleParameters<Pair<T>> p)
    {
        Column<Pair<T>> column = new(epoch, _tile.Pointer, _reciprocals.Pointer, j);
        Pair<T> consensus = Pair<T>.Load(epoch.Consensus + j),
            rank = ColumnBonds.Yuma3<Pair<T>, Column<Pair<T>>, LiquidRate>(column, consensus, p);
        Pair<T>.Store(rank, epoch.Incentive + j);
    }

    [MethodImpl(Program)]
    private static void Sums(DenseEpoch epoch, int i) =>
        (epoch.Trust[i], epoch.Dividends[i]) = RowSums.Of<T, Row>(new(epoch, i));

    private void Reserve(int rows)
    {
        if (rows <= _room)
        {
            return;
        }
        _tile = new((long)rows * U.Columns);
        _votes = new((long)rows * U.Columns);
        _room = rows;
    }

    private readonly struct Votes(uint* tile, uint* votes, int voters) : IVotes<U>
    {
        public int Voters => voters;

        [MethodImpl(Inline)]
        public U Code(int row) => U.Load(unchecked(tile + (nint)row * U.Columns));

        [MethodImpl(Inline)]
        U IVotes<U>.Votes(int row) => U.Load(unchecked(votes + (nint)row * U.Columns));
    }

    private readonly struct Column<TLane>(DenseEpoch epoch, uint* codes, long* reciprocals, int j)
        : IColumn<TLane>
        where TLane : struct, IVectorLane<TLane>
    {
        private readonly long* _stake = epoch.Stake;
        private readonly long* _shares = epoch.Shares + j;
        private readonly ushort* _bonds = epoch.Bonds + j;
        private readonly ushort* _newBonds = epoch.NewBonds + j;
        private readonly nint _stride = epoch.Stride;

        public int Rows { get; } = epoch.Rows;

        [MethodImpl(Inline)]
        public TLane Reciprocal(int n) => TLane.FromBits(unchecked(reciprocals[n]));

        // A call: inlined, the series would spill what the loop around it keeps in registers.
        [MethodImpl(Program)]
        public TLane Logistic(TLane x, in RuleParameters<TLane> p) => Columns.Logistic.Of(this, x, p);

        [MethodImpl(Inline)]
        public TLane Code(int row) => TLane.LoadCodes(unchecked(codes + (nint)row * U.Columns));

        [MethodImpl(Inline)]
        public TLane Stake(int row) => TLane.FromBits(unchecked(_stake[row]));

        [MethodImpl(Inline)]
        public TLane Bond(int row) => TLane.LoadUnits(unchecked(_bonds + row * _stride));

        [MethodImpl(Inline)]
        public void SetBond(int row, TLane units) =>
            TLane.StoreUnits(units, unchecked(_newBonds + row * _stride));

        [MethodImpl(Inline)]
        public TLane Share(int row) => TLane.Load(unchecked(_shares + row * _stride));

        [MethodImpl(Inline)]
        public void SetShare(int row, TLane share) => TLane.Store(share, unchecked(_shares + row * _stride));
    }

    private readonly struct Row(DenseEpoch epoch, int row) : IRow<T>
    {
        private readonly uint* _codes = epoch.Codes + (long)row * epoch.Stride;
        private readonly long* _shares = epoch.Shares + (long)row * epoch.Stride;
        private readonly long* _consensus = epoch.Consensus;
        private readonly long* _incentive = epoch.Incentive;

        public int Steps { get; } = epoch.Width / T.Columns;

        [MethodImpl(Inline)]
        public T Code(int step) => T.LoadCodes(unchecked(_codes + (nint)step * T.Columns));

        [MethodImpl(Inline)]
        public T Consensus(int step) => T.Load(unchecked(_consensus + (nint)step * T.Columns));

        [MethodImpl(Inline)]
        public T Share(int step) => T.Load(unchecked(_shares + (nint)step * T.Columns));

        [MethodImpl(Inline)]
        public T Incentive(int step) => T.Load(unchecked(_incentive + (nint)step * T.Columns));
    }
}
