namespace Simulator.Core.Engine;

/// <summary>The scores that validators gave one miner in one tempo: their mean, and how sure it is.</summary>
/// <remarks>
/// The mean m is over rounds r with n questions each, a question counting as much as another: m = Σ n s / N. Its standard
/// error is the larger of two estimates. Between R rounds, at least two: R / (R − 1) · Σ (n / N)² (s − m)², which sees whatever
/// makes rounds differ, noise and spot checks too, but is itself unsure while rounds are few. Between questions, where the
/// score of a round is a mean over questions: v (1/N + 1/P − 1/H), with v the variance of a question's score; the tempo's P
/// questions are a sample of the H held-out ones, and asking one of them twice tells nothing new about the others. Where they
/// are of two worlds, H is what <see cref="Tasks.Mixture"/> makes of both.
/// </remarks>
internal sealed class ScoreTally
{
    private int _rounds;
    private double _weighted;
    private double _squares;
    private double _squareWeights;
    private double _squareWeighted;
    private QuestionScores _questions;

    /// <summary>Number of questions that were scored.</summary>
    public int Asked => _questions.Count;

    /// <summary>Mean score; NaN where none was given.</summary>
    public double Mean => Asked == 0 ? double.NaN : _weighted / Asked;

    /// <summary>Takes the score of one round.</summary>
    /// <param name="score">The score that the validator took down.</param>
    /// <param name="questions">Its questions.</param>
    public void Add(double score, QuestionScores questions)
    {
        double n = questions.Count;
        _rounds++;
        _weighted += n * score;
        _squareWeights += n * n;
        _squareWeighted += n * n * score;
        _squares += n * n * score * score;
        _questions += questions;
    }

    /// <summary>Standard error of the mean; NaN where there is no estimate.</summary>
    /// <param name="pool">Questions that the tempo's were drawn from.</param>
    /// <param name="heldOut">Questions that the pool was drawn from, or as many of one world as would make it as sure.</param>
    public double Error(int pool, double heldOut)
    {
        double rounds = BetweenRounds(),
            questions = BetweenQuestions(pool, heldOut);
        return double.IsNaN(rounds) ? questions
            : double.IsNaN(questions) ? rounds
            : Math.Max(rounds, questions);
    }

    public void Clear()
    {
        _rounds = 0;
        _weighted = _squares = _squareWeights = _squareWeighted = 0;
        _questions = default;
    }

    private double BetweenRounds()
    {
        if (_rounds < 2)
        {
            return double.NaN;
        }
        double sum = _squares - 2 * Mean * _squareWeighted + Mean * Mean * _squareWeights;
        return Math.Sqrt(Math.Max(0, sum) * _rounds / (_rounds - 1.0)) / Asked;
    }

    private double BetweenQuestions(int pool, double heldOut)
    {
        double n = Asked;
        if (n < 2 || double.IsNaN(_questions.Sum))
        {
            return double.NaN;
        }
        double mean = _questions.Sum / n,
            variance = Math.Max(0, _questions.SumOfSquares - n * mean * mean) / (n - 1);
        return Math.Sqrt(variance * (1 / n + 1.0 / pool - 1 / heldOut));
    }
}
