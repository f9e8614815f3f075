using Simulator.Core.Numerics.Reals;
using Simulator.Core.Numerics.Scores;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Validators;

/// <summary>A moving average of each miner's scores, and the weights that follow from it.</summary>
internal sealed class ScoreBoard
{
    private readonly double _memory;
    private readonly ScoreBits _rule;
    private readonly SortedDictionary<Uid, (double Average, int Rounds)> _scores = [];

    /// <summary>An empty board.</summary>
    /// <param name="task">What is scored; a score that needs no look at the question earns nothing.</param>
    /// <param name="memory">Share of the old average that each round keeps, in [0, 1).</param>
    /// <param name="sharpness">Power to which skill is raised, in [1, 16]: the higher, the more the best are preferred.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ScoreBoard(ITask task, double memory, int sharpness)
    {
        ArgumentNullException.ThrowIfNull(task);
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
        if (sharpness is < 1 or > 16)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sharpness),
                sharpness,
                "A sharpness lies in [1, 16]."
            );
        }
        _memory = memory;
        _rule = new()
        {
            Rule = ScoreRule.Power,
            Exponent = sharpness,
            Baseline = task.Baseline,
        };
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

    /// <summary>The weight of every miner seen, by ascending uid: its skill over the baseline, sharpened; each in [0, 1].</summary>
    public IEnumerable<(Uid Uid, double Weight)> Weights() =>
        _scores.Select(score =>
            (score.Key, ScoreWeights.Power<Real, Word>(new(score.Value.Average), _rule).Value)
        );
}
