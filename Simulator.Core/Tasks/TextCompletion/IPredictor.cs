namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>What states probabilities of the next character and learns from a shard step by step: what a trainer
/// trains.</summary>
internal interface IPredictor : INextCharacter
{
    /// <summary>Operations of one step of learning.</summary>
    long StepOperations { get; }

    /// <summary>Operations to state the probabilities of one character.</summary>
    long PredictionOperations { get; }

    /// <summary>Steps after which a shard has nothing more to teach.</summary>
    long Steps(TextShard shard);

    /// <summary>Takes a step.</summary>
    /// <param name="shard">What to learn from.</param>
    /// <param name="step">Number of the step, from 0.</param>
    void Learn(TextShard shard, long step);
}
