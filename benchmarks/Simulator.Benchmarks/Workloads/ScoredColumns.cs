using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Scores;
using Simulator.Core.Numerics.Scores;
using Simulator.Core.Randomness;

namespace Simulator.Benchmarks.Workloads;

/// <summary>The same columns, with the weights made anew for every epoch: out of scores, or drawn.</summary>
internal sealed class ScoredColumns
{
    private readonly IColumnExecution _columns = ColumnExecutions.Best();
    private readonly IScoreExecution _rows = ScoreExecutions.Best();
    private readonly DenseEpoch _dense = new();
    private readonly DenseScores _scores = new();

    public ScoredColumns(EpochInput input, ScoreMap map, bool drawn)
    {
        if (!new DensePreparation(_columns).TryFill(input, new(input), _dense))
        {
            throw new InvalidOperationException("The programs do not cover this input.");
        }
        _scores.Reset(_dense, map);
        RandomStreams streams = new(1);
        for (int i = 0; i < _dense.Rows; i++)
        {
            Rng rng = streams.For("scores", (ulong)i);
            _scores.Keys[i] = rng.NextUInt64();
            foreach (ref double score in _scores.Row(i))
            {
                score = rng.NextDouble();
            }
        }
        _scores.Drawn = drawn ? (1, 0.4) : null;
    }

    public void Run()
    {
        _rows.Weigh(_scores, _dense);
        _columns.Run(_dense);
    }
}
