namespace Simulator.Core.Engine;

/// <summary>How one miner's questions of one round were scored one by one.</summary>
/// <param name="Count">Number of questions.</param>
/// <param name="Sum">Sum of their scores; NaN where the task's score of a round is no mean over questions.</param>
/// <param name="SumOfSquares">Sum of the squares of their scores; likewise.</param>
internal readonly record struct QuestionScores(int Count, double Sum, double SumOfSquares)
{
    public static QuestionScores operator +(QuestionScores a, QuestionScores b) =>
        new(a.Count + b.Count, a.Sum + b.Sum, a.SumOfSquares + b.SumOfSquares);
}
