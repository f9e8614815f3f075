using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Tasks;

public sealed class ModelQualityTests
{
    [Theory]
    [InlineData(4, new[] { 0, 99, 198, 297 })] // 397 · i / 4, rounded down
    [InlineData(1, new[] { 0 })]
    public void It_asks_questions_evenly_spaced_over_those_held_out(int questions, int[] expected)
    {
        var model = new Witness();
        ModelQuality.Measure(ImageRecognition.Digits, model, questions);
        Assert.Equal(expected, model.Asked);
    }

    [Theory]
    [InlineData(397)]
    [InlineData(1_000_000)]
    public void It_asks_every_held_out_question_at_most_once(int questions)
    {
        var model = new Witness();
        ModelQuality.Measure(ImageRecognition.Digits, model, questions);
        Assert.Equal(Enumerable.Range(0, 397), model.Asked);
    }

    [Fact]
    public void It_is_the_mean_score_of_the_answers()
    {
        var digits = ImageRecognition.Digits;
        double expected = digits.HeldOut.Average(question => digits.Score(question, LabelAnswer.Of(3)));
        Assert.InRange(expected, 0.05, 0.15);
        Assert.Equal(expected, ModelQuality.Measure(digits, new Witness(), 397), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Asking_nothing_is_refused(int questions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ModelQuality.Measure(ImageRecognition.Digits, new Witness(), questions)
        );

    /// <summary>Says 3 to everything, and remembers what it was asked.</summary>
    private sealed class Witness : IModel
    {
        public List<int> Asked { get; } = [];

        public string Name => "witness";

        public int Version => 0;

        public long Train(long budget) => 0;

        public IAnswer Answer(IQuestion question)
        {
            Asked.Add(((ImageQuestion)question).Index);
            return LabelAnswer.Of(3);
        }
    }
}
