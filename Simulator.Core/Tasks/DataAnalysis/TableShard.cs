using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The training rows that one miner has, with the targets it believes in; never changes.</summary>
public sealed class TableShard : ITrainingData
{
    private readonly int[] _rows;
    private readonly double[] _toLearn;

    private TableShard(TableSet table, int[] rows, double[] toLearn)
    {
        Table = table;
        _rows = rows;
        _toLearn = toLearn;
    }

    /// <summary>The table the rows come from.</summary>
    public TableSet Table { get; }

    /// <summary>How many rows it has, at least 1.</summary>
    public int Count => _rows.Length;

    /// <summary>Draws a shard.</summary>
    /// <remarks>All rows are drawn before the first target: from equal streams, shards of equal share hold the same rows
    /// whatever their noise.</remarks>
    /// <param name="table">The table to draw from; only its training rows are drawn, none twice.</param>
    /// <param name="share">Share of the training rows, in (0, 1]; rounded to the nearest whole row, at least one.</param>
    /// <param name="labelNoise">Probability in [0, 1] that a target is wrong: a class is the other one, a number is that of
    /// some other training row.</param>
    /// <param name="rng">The stream that decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or probability is out of its range.</exception>
    public static TableShard Draw(TableSet table, double share, double labelNoise, Rng rng)
    {
        ShardDraw.CheckNoise(labelNoise);
        int[] rows = ShardDraw.Shuffled("training rows", table.TrainingCount, share, rng);
        double[] toLearn = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            toLearn[i] = table.ToLearn(rows[i], table.Target(rows[i]));
            if (rng.NextBool(labelNoise))
            {
                toLearn[i] = Wrong(table, rows[i], toLearn[i], rng);
            }
        }
        return new(table, rows, toLearn);
    }

    /// <summary>The number of a row in its table.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public int Row(int index) => _rows[index];

    /// <summary>What the shard says of a row, as models learn it: beyond the baseline, or class 0 or 1.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public double ToLearn(int index) => _toLearn[index];

    private static double Wrong(TableSet table, int row, double right, Rng rng)
    {
        if (table.Kind == TableKind.Classification)
        {
            return 1 - right;
        }
        int other = rng.NextInt(table.TrainingCount - 1);
        other += other >= row ? 1 : 0;
        return table.ToLearn(row, table.Target(other));
    }
}
