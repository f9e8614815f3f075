using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tests.Tasks;

public sealed class ImageRecognitionTests
{
    [Fact]
    public void It_asks_about_the_held_out_images_in_their_order()
    {
        var digits = ImageRecognition.Digits;
        Assert.Equal(397, digits.HeldOut.Count);
        for (int index = 0; index < digits.HeldOut.Count; index++)
        {
            var question = Assert.IsType<ImageQuestion>(digits.HeldOut[index]);
            Assert.Equal(index, question.Index);
            Assert.Equal(DataCatalog.Digits.Pixels(1_400 + index), question.Pixels());
        }
    }

    [Fact]
    public void It_is_made_once_for_each_set()
    {
        Assert.Same(ImageRecognition.Fashion, ImageRecognition.Fashion);
        Assert.Equal(("digits", "fashion"), (ImageRecognition.Digits.Name, ImageRecognition.Fashion.Name));
    }

    [Fact]
    public void The_right_class_scores_one_and_every_other_zero()
    {
        var fashion = ImageRecognition.Fashion;
        int right = fashion.Images.Label(12_000 + 17);
        for (int label = 0; label < ImageSet.ClassCount; label++)
        {
            Assert.Equal(label == right ? 1 : 0, fashion.Score(fashion.HeldOut[17], LabelAnswer.Of(label)));
        }
    }

    [Fact]
    public void No_answer_and_answers_of_another_kind_score_zero()
    {
        var fashion = ImageRecognition.Fashion;
        Assert.Equal(0, fashion.Score(fashion.HeldOut[0], NoAnswer.Instance));
        Assert.Equal(0, fashion.Score(fashion.HeldOut[0], new Essay()));
    }

    [Fact]
    public void A_question_of_another_task_scores_zero()
    {
        IQuestion digit = ImageRecognition.Digits.HeldOut[0];
        var right = LabelAnswer.Of(DataCatalog.Digits.Label(1_400));
        Assert.Equal(1, ImageRecognition.Digits.Score(digit, right));
        Assert.Equal(0, ImageRecognition.Fashion.Score(digit, right));
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("fashion")]
    public void The_baseline_is_what_the_best_constant_answer_scores(string name)
    {
        var task = name == "digits" ? ImageRecognition.Digits : ImageRecognition.Fashion;
        var means = Enumerable
            .Range(0, ImageSet.ClassCount)
            .Select(label => task.HeldOut.Average(question => task.Score(question, LabelAnswer.Of(label))));
        Assert.Equal(means.Max(), task.Baseline, 1e-12);
    }

    [Fact]
    public void A_guess_names_each_class_equally_often()
    {
        const int Guesses = 10_000;
        var rng = new Rng(5);
        int[] counts = new int[ImageSet.ClassCount];
        for (int i = 0; i < Guesses; i++)
        {
            counts[((LabelAnswer)ImageRecognition.Digits.Guess(rng)).Label]++;
        }
        // Five standard deviations of a count: 5 · √(10,000 · 0.1 · 0.9) = 150.
        Assert.All(counts, count => Assert.InRange(count, 850, 1_150));
    }

    private sealed class Essay : IAnswer;
}
