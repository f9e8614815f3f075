using System.Runtime.CompilerServices;
using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The column programs on vectors: a step is a few vectors of columns, first their medians, then their bonds.</summary>
/// <remarks>Addresses stay inside the epoch's buffers, whose size was checked when they were made: the arithmetic is unchecked.</remarks>
/// <typeparam name="T">Numbers of several columns.</typeparam>
/// <typeparam name="TWide">The same columns in a form that holds numbers of any size.</typeparam>
/// <typeparam name="U">Codes of twice as many columns.</typeparam>
internal sealed unsafe class LaneColumns<T, TWide, U> : IColumnExecution
    where T : struct, IVectorLane<T>
    where TWide : struct, IVectorLane<TWide>
    where U : struct, IVectorCode<U>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Program =
        MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private readonly LaneScratch _scratch = new();
    private readonly LaneLogistic<T, TWide> _logistic = new();

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
        Begin(epoch);
        // The chain asks the consensus of all columns before it lets the rates be liquid.
        bool liquid = epoch.Rule == BondRule.Yuma3Liquid && AnyConsensus(epoch);
        RunColumns(epoch, liquid);
        epoch.HasConsensus = true;
        Proportions.Normalize(new(epoch.Incentive, epoch.Columns));
        for (int i = 0; i < epoch.Rows; i++)
        {
            Sums(epoch, i);
        }
    }

    /// <summary>Shares of stake and of votes, in the form in which the programs read them row by row.</summary>
    private void Begin(DenseEpoch epoch)
    {
        _scratch.Reserve(epoch.Rows);
        for (int i = 0; i < epoch.Rows; i++)
        {
            T.Hold(T.FromBits(epoch.Stake[i]), _scratch.Stakes + i);
            Pair<T>.Hold(Pair<T>.FromBits(0), _scratch.Trust + i * U.Columns);
        }
        for (int i = 0; i < epoch.Voters; i++)
        {
            U.Store(U.FromBits(epoch.Votes[i]), _scratch.Votes + i * U.Columns);
        }
    }

    private void RunColumns(DenseEpoch epoch, bool liquid)
    {
        RuleParameters<Pair<T>> p = new(epoch.Parameters);
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
                Yuma3Liquid(epoch, j, p);
            }
            else
            {
                Yuma3(epoch, j, p);
            }
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
                U.Store(U.Load(from + (nint)i * epoch.Stride), _scratch.Tile + (nint)i * U.Columns);
            }
        }
    }

    private void Median(DenseEpoch epoch, int j)
    {
        if (epoch.HasConsensus && epoch.Voters > 0)
        {
            MedianNear(epoch, j);
        }
        else
        {
            MedianOf(epoch, j);
        }
    }

    [MethodImpl(Program)]
    private void MedianOf(DenseEpoch epoch, int j) =>
        SetConsensus(epoch, j, ColumnMedian.Of<U, Votes>(VotesOf(epoch), U.FromBits(epoch.Minority)));

    [MethodImpl(Program)]
    private void MedianNear(DenseEpoch epoch, int j) =>
        SetConsensus(
            epoch,
            j,
            ColumnMedian.Near(VotesOf(epoch), U.FromBits(epoch.Minority), U.Load(epoch.Medians + j))
        );

    private Votes VotesOf(DenseEpoch epoch) => new(_scratch.Tile, _scratch.Votes, epoch.Voters);

    [MethodImpl(Inline)]
    private static void SetConsensus(DenseEpoch epoch, int j, U median)
    {
        U.Store(median, epoch.Medians + j);
        for (int h = 0; h < U.Columns; h += T.Columns)
        {
            T.Store(WeightCode.Value(T.LoadCodes(epoch.Medians + j + h)), epoch.Consensus + j + h);
        }
    }

    [MethodImpl(Program)]
    private void Yuma2(DenseEpoch epoch, int j, in RuleParameters<Pair<T>> p)
    {
        Pair<T> rank = ColumnBonds.Yuma2(
            new LaneColumn<Pair<T>>(epoch, _scratch, _logistic.Reciprocals, j),
            Pair<T>.Load(epoch.Consensus + j),
            p
        );
        Pair<T>.Store(rank, epoch.Incentive + j);
    }

    [MethodImpl(Program)]
    private void Yuma3(DenseEpoch epoch, int j, in RuleParameters<Pair<T>> p)
    {
        Pair<T> rank = ColumnBonds.Yuma3<Pair<T>, LaneColumn<Pair<T>>, SteadyRate>(
            new(epoch, _scratch, _logistic.Reciprocals, j),
            Pair<T>.Load(epoch.Consensus + j),
            p
        );
        Pair<T>.Store(rank, epoch.Incentive + j);
    }

    private void Yuma3Liquid(DenseEpoch epoch, int j, in RuleParameters<Pair<T>> p)
    {
        HoldArguments(epoch, j, p);
        _logistic.Replace(_scratch.Held, epoch.Rows * U.Columns);
        MoveGated(epoch, j, p, out Pair<T> sum);
        Divide(epoch, j, sum);
    }

    [MethodImpl(Program)]
    private void HoldArguments(DenseEpoch epoch, int j, in RuleParameters<Pair<T>> p) =>
        ColumnBonds.HoldArguments(
            new LaneColumn<Pair<T>>(epoch, _scratch, _logistic.Reciprocals, j),
            Pair<T>.Load(epoch.Consensus + j),
            p
        );

    [MethodImpl(Program)]
    private void MoveGated(DenseEpoch epoch, int j, in RuleParameters<Pair<T>> p, out Pair<T> sum)
    {
        Pair<T> rank = ColumnBonds.Move<Pair<T>, LaneColumn<Pair<T>>, GatedRate>(
            new(epoch, _scratch, _logistic.Reciprocals, j),
            Pair<T>.Load(epoch.Consensus + j),
            p,
            out sum
        );
        Pair<T>.Store(rank, epoch.Incentive + j);
    }

    [MethodImpl(Program)]
    private void Divide(DenseEpoch epoch, int j, in Pair<T> sum) =>
        ColumnBonds.Divide(new LaneColumn<Pair<T>>(epoch, _scratch, _logistic.Reciprocals, j), sum);

    [MethodImpl(Program)]
    private void Sums(DenseEpoch epoch, int i)
    {
        epoch.Trust[i] = Pair<T>.Sum(Pair<T>.Held(_scratch.Trust + i * U.Columns));
        epoch.Dividends[i] = RowSums.Dividend<T, Row>(new(epoch, i));
    }

    private readonly struct Votes(uint* tile, uint* votes, int voters) : IVotes<U>
    {
        public int Voters => voters;

        [MethodImpl(Inline)]
        public U Code(int row) => U.Load(unchecked(tile + (nint)row * U.Columns));

        [MethodImpl(Inline)]
        U IVotes<U>.Votes(int row) => U.Load(unchecked(votes + (nint)row * U.Columns));
    }

    private readonly struct Row(DenseEpoch epoch, int row) : IRow<T>
    {
        private readonly long* _shares = epoch.Shares + (long)row * epoch.Stride;
        private readonly long* _incentive = epoch.Incentive;

        public int Steps { get; } = epoch.Width / T.Columns;

        [MethodImpl(Inline)]
        public T Share(int step) => T.Load(unchecked(_shares + (nint)step * T.Columns));

        [MethodImpl(Inline)]
        public T Incentive(int step) => T.Load(unchecked(_incentive + (nint)step * T.Columns));
    }
}
