using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks;

/// <summary>Something that learned to answer the questions of one task, and may go on learning.</summary>
/// <remarks>A model belongs to one miner; its own random stream decides everything that is left to chance.</remarks>
public interface IModel
{
    /// <summary>Kind of model as tables show it, such as <c>perceptron</c>.</summary>
    string Name { get; }

    /// <summary>Calls of <see cref="Train"/> that took a step: equal versions of one model give equal answers.</summary>
    int Version { get; }

    /// <summary>Trains as far as a budget goes, in whole steps; what is left is kept for the next call, so that small
    /// budgets add up to a step.</summary>
    /// <param name="budget">Floating-point operations that may be spent, not negative.</param>
    /// <returns>Operations spent by this call; over all calls together never more than their budgets.</returns>
    long Train(long budget);

    /// <summary>Floating-point operations of one answer; 0 for a model that does not count them.</summary>
    long AnswerOperations => 0;

    /// <summary>Whether a question is of the very world that it learns from.</summary>
    bool Knows(IQuestion question) => true;

    /// <summary>Is told how far the world has moved from which it learns.</summary>
    /// <param name="share">Share of the questions that are of the later world, in [0, 1].</param>
    void Move(double share) { }

    /// <summary>Bytes of what it has learned; 0 for a model that learns nothing, or does not count them.</summary>
    long Bytes => 0;

    /// <summary>Bytes that it takes when the world has moved, if it trained no further till then; its machine must hold them.</summary>
    long BytesWhenMoved => Bytes;

    /// <summary>What the answers come from: models of one core must not be asked by two threads at once.</summary>
    object Core => this;

    /// <summary>A copy that knows what this one knows; from here on each learns for itself.</summary>
    /// <param name="data">What the copy goes on learning from; null for the same as this one, from the same place on.</param>
    /// <param name="rng">The stream that the copy's own is split from; null for a copy of this one's, which makes a twin.</param>
    /// <returns>The copy; null where this kind cannot be copied, or cannot learn from such data.</returns>
    IModel? Fork(ITrainingData? data = null, Rng? rng = null) => null;

    /// <summary>The model's answer; a question of another task gets <see cref="NoAnswer"/>.</summary>
    IAnswer Answer(IQuestion question);
}
