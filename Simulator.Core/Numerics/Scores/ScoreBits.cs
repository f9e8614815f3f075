namespace Simulator.Core.Numerics.Scores;

/// <summary>A rule of scores and its numbers, as programs read them.</summary>
internal struct ScoreBits
{
    /// <summary>The rule.</summary>
    public ScoreRule Rule;

    /// <summary>Power: the exponent, at least 1.</summary>
    public int Exponent;

    /// <summary>Power: the score that earns nothing, below 1.</summary>
    public double Baseline;

    /// <summary>Softmax: how far scores lie apart when their weights do by a factor e; above 0.</summary>
    public double Temperature;

    /// <summary>Rank: the weight of the best.</summary>
    public double Best;
}
