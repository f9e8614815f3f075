using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>How much a validator asks, and how exactly it scores.</summary>
public sealed record ScoringPlan
{
    private const int MostQuestions = 1_024;
    private const decimal DearestQuestion = 1_000_000;

    /// <summary>Questions to each miner in one round, in [1, 1,024]; null for as many as all validators ask.</summary>
    public int? Questions { get; init; }

    /// <summary>Questions to all miners together in one tempo, at least 1; null for no limit. A round that does not fit asks
    /// each miner as many as are left for it; where that is less than one, some miners get one each, drawn at random.</summary>
    public long? Budget { get; init; }

    /// <summary>Standard deviation of what is added to each score of a round, in [0, 1]; the sum is kept in [0, 1].</summary>
    public double SampleNoise { get; init; }

    /// <summary>Share of rounds in which answers are compared with each other, so that relays are found; in [0, 1].</summary>
    public double SpotChecks { get; init; }

    /// <summary>What it costs to ask one question and score its answer, in USD; at least 0.</summary>
    public decimal QuestionCost { get; init; }

    /// <summary>Everything that is out of range.</summary>
    /// <param name="path">Where this stands in the description.</param>
    public IEnumerable<Problem> Problems(string path)
    {
        if (Questions is < 1 or > MostQuestions)
        {
            yield return new($"{path}.questions", Text($"{Questions} is outside 1 to {MostQuestions}"));
        }
        if (Budget < 1)
        {
            yield return new($"{path}.budget", Text($"{Budget} is below 1 question"));
        }
        if (SampleNoise is not (>= 0 and <= 1))
        {
            yield return new($"{path}.sample_noise", Text($"{SampleNoise} is outside 0 to 1"));
        }
        if (SpotChecks is not (>= 0 and <= 1))
        {
            yield return new($"{path}.spot_checks", Text($"{SpotChecks} is not a share in [0, 1]"));
        }
        if (QuestionCost is < 0 or > DearestQuestion)
        {
            yield return new(
                $"{path}.question_cost",
                Text($"{QuestionCost} is outside 0 to {DearestQuestion} USD")
            );
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
