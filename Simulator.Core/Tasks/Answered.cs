namespace Simulator.Core.Tasks;

/// <summary>A question and what was answered to it in time; <see cref="NoAnswer"/> where nothing was.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
public readonly record struct Answered(IQuestion Question, IAnswer Answer);
