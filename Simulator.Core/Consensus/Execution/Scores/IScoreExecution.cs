namespace Simulator.Core.Consensus.Execution.Scores;

/// <summary>Makes the weights of one epoch from scores or draws: everything before the columns.</summary>
internal interface IScoreExecution
{
    /// <summary>What it runs on, in a word.</summary>
    string Name { get; }

    /// <summary>Fills the weight codes of an epoch: draws scores if asked to, then rule, max-upscale, masks and shares of a row.</summary>
    /// <exception cref="ArgumentException">The two do not have the same shape.</exception>
    void Weigh(DenseScores scores, DenseEpoch epoch);

    /// <summary>Makes weight codes of an epoch's weights as they were sent (1 + weight, 0 for none): all but the first two steps.</summary>
    /// <param name="masks">What counts; its scores are not read.</param>
    /// <param name="epoch">Its codes are replaced.</param>
    /// <exception cref="ArgumentException">The two do not have the same shape.</exception>
    void Store(DenseScores masks, DenseEpoch epoch);
}
