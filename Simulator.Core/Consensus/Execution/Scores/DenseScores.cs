using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Consensus.Execution.Scores;

/// <summary>What the weights of one epoch are made of: scores or the keys to draw them, a rule, and the masks.</summary>
/// <remarks>
/// Rows and columns are those of the <see cref="DenseEpoch"/> that the weights go to. The memory does not move, and is kept
/// when the shape changes to a smaller one.
/// </remarks>
internal sealed unsafe class DenseScores
{
    private readonly List<object> _owned = [];
    private long _cellRoom;
    private int _rowRoom;
    private int _columnRoom;
    private double* _ranks;
    private ulong* _keys;
    private ulong* _ends;
    private int* _selves;
    private ulong* _registered;

    /// <summary>Number of validators.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of miners.</summary>
    public int Columns { get; private set; }

    /// <summary>Number of columns that are computed: the miners, padded.</summary>
    public int Width { get; private set; }

    /// <summary>Cells from one row to the next.</summary>
    public int Stride { get; private set; }

    /// <summary>The rule and its numbers.</summary>
    public ScoreBits Rule { get; private set; }

    /// <summary>Where scores are drawn: their distribution; null where they are given.</summary>
    public (double Mean, double Deviation)? Drawn { get; set; }

    /// <summary>Scores, −∞ where there is none, Rows × Stride.</summary>
    public double* Scores { get; private set; }

    /// <summary>Weight of each rank, by rank, as long as the miners are padded.</summary>
    public Span<double> Ranks => new(_ranks, Width);

    /// <summary>Key of each row's stream of random numbers.</summary>
    public Span<ulong> Keys => new(_keys, Rows);

    /// <summary>Miners that came in this block or later do not count, by row; 0 for a validator without a permit.</summary>
    public Span<ulong> Ends => new(_ends, Rows);

    /// <summary>Column of the validator's own slot, by row; −1 where it may weigh itself, or is no miner.</summary>
    public Span<int> Selves => new(_selves, Rows);

    /// <summary>Block in which each miner came, by column.</summary>
    public Span<ulong> Registered => new(_registered, Width);

    /// <summary>Uid of each column, as a number.</summary>
    public double* Miners { get; private set; }

    /// <summary>Uid of each column, as a word.</summary>
    public ulong* Numbers { get; private set; }

    /// <summary>Takes a shape, with no score, no mask and nothing to draw.</summary>
    /// <param name="epoch">Where the weights go.</param>
    /// <param name="map">The rule.</param>
    public void Reset(DenseEpoch epoch, ScoreMap map)
    {
        (Rows, Columns, Width, Stride) = (epoch.Rows, epoch.Columns, epoch.Width, epoch.Stride);
        (Rule, Drawn) = (map.Bits, null);
        long cells = (long)Rows * Stride;
        if (cells > _cellRoom || Rows > _rowRoom || Stride > _columnRoom)
        {
            Grow(Math.Max(cells, _cellRoom), Math.Max(Rows, _rowRoom), Math.Max(Stride, _columnRoom));
        }
        new Span<double>(Scores, checked((int)cells)).Fill(double.NegativeInfinity);
        Ranks.Clear();
        map.Ranks.AsSpan()[..Math.Min(map.Ranks.Length, Width)].CopyTo(Ranks);
        Keys.Clear();
        Ends.Fill(ulong.MaxValue);
        Selves.Fill(-1);
        Registered.Clear();
    }

    /// <summary>Sets a validator's scores, and no others of its row.</summary>
    /// <exception cref="ArgumentException">There are not as many as miners, or one is not a number or +∞.</exception>
    public void SetRow(int row, ReadOnlySpan<double> scores)
    {
        if (scores.Length != Columns)
        {
            throw new ArgumentException($"{scores.Length} scores for {Columns} miners.", nameof(scores));
        }
        for (int j = 0; j < scores.Length; j++)
        {
            if (!(scores[j] < double.PositiveInfinity))
            {
                throw new ArgumentException(
                    $"The score of row {row} and miner {j} is {scores[j]}: a score is a number, or −∞ for none.",
                    nameof(scores)
                );
            }
        }
        scores.CopyTo(Row(row));
    }

    /// <summary>A validator's scores.</summary>
    public Span<double> Row(int row) => new(Scores + (long)row * Stride, Columns);

    /// <summary>Sets what of a validator's weights counts, as the chain's epoch does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="self">Its own column, or −1 if it may weigh itself.</param>
    /// <param name="permitted">Whether it has a permit.</param>
    /// <param name="lastUpdate">Block of its last weights.</param>
    /// <param name="earliestCommit">Block of its earliest commit that is still hidden, or <see cref="LiveCommits.None"/>.</param>
    /// <remarks>Source: spec §2.4, E6: a miner counts that came before the weights and not after such a commit.</remarks>
    public void SetMask(int row, int self, bool permitted, ulong lastUpdate, ulong earliestCommit)
    {
        ulong afterCommit = earliestCommit == LiveCommits.None ? earliestCommit : earliestCommit + 1;
        Selves[row] = self;
        Ends[row] = permitted ? Math.Min(lastUpdate, afterCommit) : 0;
    }

    private void Grow(long cells, int rows, int columns)
    {
        _owned.Clear();
        (_cellRoom, _rowRoom, _columnRoom) = (cells, rows, columns);
        Scores = New<double>(cells);
        _ranks = New<double>(columns);
        _keys = New<ulong>(rows);
        _ends = New<ulong>(rows);
        _selves = New<int>(rows);
        _registered = New<ulong>(columns);
        Miners = New<double>(columns);
        Numbers = New<ulong>(columns);
        for (int j = 0; j < columns; j++)
        {
            (Miners[j], Numbers[j]) = (j, (ulong)j);
        }
    }

    private T* New<T>(long count)
        where T : unmanaged
    {
        PinnedMemory<T> memory = new(count);
        _owned.Add(memory);
        return memory.Pointer;
    }
}
