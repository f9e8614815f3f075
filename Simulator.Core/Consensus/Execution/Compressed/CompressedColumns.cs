using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>The column programs on blocks of compressed columns: each is spread into a tile, then its columns are computed side by side.</summary>
/// <remarks>
/// A column is as deep as its block: where it has no more entries it meets cells without weight, bond and stake, which
/// change nothing. Addresses stay inside the tile and the blocks: the arithmetic is unchecked.
/// </remarks>
/// <typeparam name="T">Numbers of one or several columns.</typeparam>
/// <typeparam name="TWide">The same columns in a form that holds numbers of any size.</typeparam>
/// <typeparam name="U">Codes of one or several columns.</typeparam>
internal sealed unsafe class CompressedColumns<T, TWide, U> : ICompressedColumns
    where T : struct, IVectorLane<T>
    where TWide : struct, IVectorLane<TWide>
    where U : struct, IVectorCode<U>
{
    private const int Width = CompressedEpoch.BlockColumns;
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Program =
        MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private readonly LaneLogistic<T, TWide> _logistic = new();
    private readonly BlockTile _tile = new();

    /// <inheritdoc/>
    public string Name => U.Columns == 1 ? "scalar" : $"{U.Columns * 32} bits";

    /// <inheritdoc/>
    public void NormalizeRow(uint* codes, int count) => LaneRows<T>.Normalize(codes, count);

    /// <inheritdoc/>
    [MethodImpl(Program)]
    public (long Trust, long Dividend) SumRow(in EntryTile row) =>
        (RowSums.Trust<T, Row>(new(row)), RowSums.Dividend<T, Row>(new(row)));

    /// <inheritdoc/>
    public void Run(CompressedEpoch epoch)
    {
        _tile.Begin(epoch);
        // The chain asks the consensus of all columns before it lets the rates be liquid.
        if (epoch.Rule == BondRule.Yuma3Liquid && AnyConsensus(epoch))
        {
            MoveLiquid(epoch);
        }
        else
        {
            MoveSteadily(epoch);
        }
        Proportions.Normalize(new(epoch.Incentive, epoch.Columns));
    }

    private void MoveSteadily(CompressedEpoch epoch)
    {
        RuleParameters<T> p = new(epoch.Parameters);
        for (int b = 0; b < epoch.Blocks.Count; b++)
        {
            _tile.Load(epoch, b);
            Median(epoch, b);
            if (epoch.Rule == BondRule.Yuma2)
            {
                Yuma2(epoch.Blocks, b, p);
            }
            else
            {
                Yuma3(epoch.Blocks, b, p);
            }
            _tile.StoreRanks(epoch, b);
        }
    }

    private void MoveLiquid(CompressedEpoch epoch)
    {
        RuleParameters<T> p = new(epoch.Parameters);
        for (int b = 0; b < epoch.Blocks.Count; b++)
        {
            _tile.Load(epoch, b);
            _tile.LoadConsensus(epoch, b);
            HoldArguments(epoch.Blocks, b, p);
            _logistic.Replace(epoch.Blocks.Shares + epoch.Blocks.Start(b), _tile.Depth * Width);
            Yuma3Gated(epoch.Blocks, b, p);
            _tile.StoreRanks(epoch, b);
        }
    }

    private bool AnyConsensus(CompressedEpoch epoch)
    {
        for (int b = 0; b < epoch.Blocks.Count; b++)
        {
            _tile.Load(epoch, b);
            Median(epoch, b);
        }
        return new ReadOnlySpan<long>(epoch.Consensus, epoch.Columns).ContainsAnyExcept(0L);
    }

    [MethodImpl(Program)]
    private void Median(CompressedEpoch epoch, int block)
    {
        uint* codes = stackalloc uint[Width];
        for (int h = 0; h < Width; h += U.Columns)
        {
            U consensus = ColumnMedian.Of<U, Votes>(new(_tile, h), U.FromBits(epoch.Minority));
            U.Store(consensus, codes + h);
        }
        for (int h = 0; h < Width; h += T.Columns)
        {
            T.Store(WeightCode.Value(T.LoadCodes(codes + h)), _tile.Consensus + h);
        }
        _tile.StoreConsensus(epoch, block);
    }

    [MethodImpl(Program)]
    private void Yuma2(ColumnBlocks blocks, int block, in RuleParameters<T> p)
    {
        for (int h = 0; h < Width; h += T.Columns)
        {
            Column<T> column = new(_tile, blocks, block, _logistic.Reciprocals, h);
            T.Store(ColumnBonds.Yuma2(column, T.Load(_tile.Consensus + h), p), _tile.Ranks + h);
        }
    }

    [MethodImpl(Program)]
    private void Yuma3(ColumnBlocks blocks, int block, in RuleParameters<T> p)
    {
        for (int h = 0; h < Width; h += T.Columns)
        {
            Column<T> column = new(_tile, blocks, block, _logistic.Reciprocals, h);
            T consensus = T.Load(_tile.Consensus + h);
            T.Store(ColumnBonds.Yuma3<T, Column<T>, SteadyRate>(column, consensus, p), _tile.Ranks + h);
        }
    }

    [MethodImpl(Program)]
    private void HoldArguments(ColumnBlocks blocks, int block, in RuleParameters<T> p)
    {
        for (int h = 0; h < Width; h += T.Columns)
        {
            ColumnBonds.HoldArguments(
                new Column<T>(_tile, blocks, block, _logistic.Reciprocals, h),
                T.Load(_tile.Consensus + h),
                p
            );
        }
    }

    [MethodImpl(Program)]
    private void Yuma3Gated(ColumnBlocks blocks, int block, in RuleParameters<T> p)
    {
        for (int h = 0; h < Width; h += T.Columns)
        {
            Column<T> column = new(_tile, blocks, block, _logistic.Reciprocals, h);
            T consensus = T.Load(_tile.Consensus + h);
            T.Store(ColumnBonds.Yuma3<T, Column<T>, GatedRate>(column, consensus, p), _tile.Ranks + h);
        }
    }

    private readonly struct Votes(BlockTile tile, int lane) : IVotes<U>
    {
        private readonly uint* _codes = tile.VotingCodes + lane;
        private readonly uint* _votes = tile.Votes + lane;

        public int Voters { get; } = tile.Depth + 1;

        [MethodImpl(Inline)]
        public U Code(int row) => U.Load(unchecked(_codes + (nint)row * Width));

        [MethodImpl(Inline)]
        U IVotes<U>.Votes(int row) => U.Load(unchecked(_votes + (nint)row * Width));
    }

    private readonly struct Column<TLane>(
        BlockTile tile,
        ColumnBlocks blocks,
        int block,
        long* reciprocals,
        int lane
    ) : IColumn<TLane>
        where TLane : struct, IVectorLane<TLane>
    {
        private readonly uint* _codes = tile.Codes + lane;
        private readonly long* _stake = tile.Stake + lane;
        private readonly ushort* _bonds = tile.Bonds + lane;
        private readonly long* _shares = blocks.Shares + blocks.Start(block) + lane;
        private readonly ushort* _newBonds = blocks.NewBonds + blocks.Start(block) + lane;

        public int Rows { get; } = tile.Depth;

        [MethodImpl(Inline)]
        public TLane Reciprocal(int n) => TLane.Repeated(unchecked(reciprocals + n));

        [MethodImpl(Inline)]
        public TLane Code(int row) => TLane.LoadCodes(unchecked(_codes + (nint)row * Width));

        [MethodImpl(Inline)]
        public TLane Stake(int row) => TLane.Load(unchecked(_stake + (nint)row * Width));

        [MethodImpl(Inline)]
        public TLane Bond(int row) => TLane.LoadUnits(unchecked(_bonds + (nint)row * Width));

        [MethodImpl(Inline)]
        public void SetBond(int row, TLane units) =>
            TLane.StoreUnits(units, unchecked(_newBonds + (nint)row * Width));

        // Row sums add them up entry by entry.
        [MethodImpl(Inline)]
        public void Clip(int row, TLane clipped) { }

        [MethodImpl(Inline)]
        public TLane Held(int row) => TLane.Held(unchecked(_shares + (nint)row * Width));

        [MethodImpl(Inline)]
        public void Hold(int row, TLane bond) => TLane.Hold(bond, unchecked(_shares + (nint)row * Width));

        [MethodImpl(Inline)]
        public void SetShare(int row, TLane share) =>
            TLane.Store(share, unchecked(_shares + (nint)row * Width));
    }

    private readonly struct Row(in EntryTile row) : IWeightRow<T>
    {
        private readonly uint* _codes = row.Codes;
        private readonly long* _consensus = row.Consensus;
        private readonly long* _incentive = row.Incentive;
        private readonly long* _shares = row.Shares;

        public int Steps { get; } = (row.Count + T.Columns - 1) / T.Columns;

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
