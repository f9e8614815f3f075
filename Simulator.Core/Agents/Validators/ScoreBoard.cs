using Simulator.Core.Numerics.Reals;
using Simulator.Core.Numerics.Scores;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Validators;

/// <summary>A moving average of each miner's scores, and the weights that follow from it.</summary>
internal sealed class ScoreBoard
{
    private readonly double _memory;
    private readonly ScoreMap _map;
    private readonly SortedDictionary<Uid, (double Average, int Rounds)> _scores = [];

    /// <summary>An empty board.</summary>
    /// <param name="task">What is scored; a score that needs no look at the question earns nothing.</param>
    /// <param name="memory">Share of the old average that each round keeps, in [0, 1).</param>
    /// <param name="map">What makes weights of scores.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ScoreBoard(ITask task, double memory, WeightMap map)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(map);
        if (task.Baseline is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(task),
                task.Baseline,
                "The baseline of a task lies in [0, 1)."
            );
        }
        if (memory is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(memory), memory, "A memory lies in [0, 1).");
        }
        _memory = memory;
        _map = map.Above(task.Baseline);
    }

    /// <summary>Takes the score of one round.</summary>
    /// <remarks>
    /// First rounds count alike, until there are as many as the average remembers: otherwise a newcomer's luck in its very
    /// first round would outlast everything that follows.
    /// </remarks>
    public void Take(in Judgement judgement)
    {
        (double average, int rounds) = _scores.GetValueOrDefault(judgement.Miner);
        rounds++;
        double rate = Math.Max(1 - _memory, 1.0 / rounds);
        _scores[judgement.Miner] = (average + rate * (judgement.Score - average), rounds);
    }

    /// <summary>Drops what is known of a slot.</summary>
    public void Forget(Uid uid) => _scores.Remove(uid);

    /// <summary>The weight of every miner seen, by ascending uid, in any scale.</summary>
    /// <remarks>The row program of the batches, in the same arithmetic: both give the same weights.</remarks>
    public IEnumerable<(Uid Uid, double Weight)> Weights()
    {
        double[] averages = [.. _scores.Values.Select(score => score.Average)];
        BoardRow row = new(averages, _map.Ranks.AsMemory());
        Real top = new(averages.Length == 0 ? ScoreWeights.NoScore : averages.Max());
        return _scores.Keys.Select((uid, i) => (uid, WeightOf(i, averages[i], top, row)));
    }

    private double WeightOf(int place, double average, Real top, BoardRow row)
    {
        ScoreBits rule = _map.Bits;
        Real score = new(average);
        return (
            rule.Rule switch
            {
                ScoreRule.Power => ScoreWeights.Power<Real, Word>(score, rule),
                ScoreRule.Softmax => ScoreWeights.Softmax<Real, Word>(score, top, rule),
                _ => ScoreWeights.Ranked<Real, Word, BoardRow>(row, score, new(place)),
            }
        ).Value;
    }
}
