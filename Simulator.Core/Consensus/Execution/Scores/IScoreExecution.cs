namespace Simulator.Core.Consensus.Execution.Scores;

/// <summary>Makes the weights of one epoch from scores or draws: everything before the columns.</summary>
internal interface IScoreExecution
{
    /// <summary>What it runs on, in a word.</summary>
    string Name { get; }

    /// <summary>Fills the weight codes of an epoch: draws scores if asked to, then rule, max-upscale, masks and shares of a row.</summary>
    /// <exception cref="ArgumentException">The two do not have the same shape.</exception>
    void Weigh(DenseScores scores, DenseEpoch epoch);
}
