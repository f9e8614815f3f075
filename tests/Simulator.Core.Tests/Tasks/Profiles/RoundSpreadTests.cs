using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Profiles;

namespace Simulator.Core.Tests.Tasks.Profiles;

public sealed class RoundSpreadTests
{
    [Fact]
    public void Answers_that_are_right_or_wrong_scatter_as_a_coin_does()
    {
        ImageRecognition digits = ImageRecognition.Digits;
        double share = ModelQuality.Measure(digits, new Always(LabelAnswer.Of(3)), 397);
        double found = RoundSpread.Of(digits, new Always(LabelAnswer.Of(3)), 397, 16);
        Assert.Equal(Math.Sqrt(share * (1 - share) * 397 / 396), found, 1e-12);
    }

    [Fact]
    public void A_score_that_is_no_mean_scatters_from_round_to_round()
    {
        // Both always say a number; the one that is far off errs by nearly the same in every round.
        double near = RoundSpread.Of(TableTask.Concrete, new Always(new NumberAnswer(36)), 1_000, 16),
            far = RoundSpread.Of(TableTask.Concrete, new Always(new NumberAnswer(1e6)), 1_000, 16);
        Assert.InRange(near, 0.01, 1);
        Assert.Equal(0, far);
    }

    [Fact]
    public void It_is_the_same_each_time() =>
        Assert.Equal(
            RoundSpread.Of(TableTask.Concrete, new Always(new NumberAnswer(30)), 200, 16),
            RoundSpread.Of(TableTask.Concrete, new Always(new NumberAnswer(30)), 200, 16)
        );

    [Fact]
    public void One_question_tells_nothing_of_it() =>
        Assert.Equal(0, RoundSpread.Of(ImageRecognition.Digits, new Always(LabelAnswer.Of(3)), 1, 16));

    [Fact]
    public void Rounds_larger_than_half_of_the_questions_are_made_smaller() =>
        Assert.InRange(RoundSpread.Of(TableTask.Concrete, new Always(new NumberAnswer(36)), 20, 1_024), 0, 1);

    private sealed class Always(IAnswer answer) : IModel
    {
        public string Name => "always";

        public int Version => 0;

        public long Train(long budget) => 0;

        public IAnswer Answer(IQuestion question) => answer;
    }
}
