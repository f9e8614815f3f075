using Simulator.Core.Numerics.Reals;
using Simulator.Core.Numerics.Scores;

namespace Simulator.Core.Agents.Validators;

/// <summary>The scores of a board as the row program counts ranks in them.</summary>
/// <param name="scores">The score of each miner that was seen, by ascending uid.</param>
/// <param name="ranks">The weight of each rank, the best first.</param>
internal readonly struct BoardRow(double[] scores, ReadOnlyMemory<double> ranks) : IScoreRow<Real>
{
    public int Miners => scores.Length;

    public Real Score(int miner) => new(scores[miner]);

    public Real WeightOf(Real rank) => new((int)rank.Value < ranks.Length ? ranks.Span[(int)rank.Value] : 0);
}
