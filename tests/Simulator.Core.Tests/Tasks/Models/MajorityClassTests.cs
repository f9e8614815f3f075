using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class MajorityClassTests
{
    [Fact]
    public void It_names_the_class_that_most_labels_it_has_read_name()
    {
        ImageShard shard = Kind.Digits(noise: 0.2);
        var model = new MajorityClass(shard);
        foreach (int read in new[] { 1, 50, 280 })
        {
            model.Train(read - Read(model));
            int expected = Enumerable
                .Range(0, read)
                .GroupBy(shard.Label)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key)
                .First()
                .Key;
            Assert.All(Kind.Answers(model, ImageRecognition.Digits), label => Assert.Equal(expected, label));
        }

        static int Read(MajorityClass model) => new[] { 0, 1, 50 }[model.Version];
    }

    [Fact]
    public void A_label_costs_one_operation_and_an_answer_none()
    {
        var model = new MajorityClass(Kind.Digits(share: 0.05));
        Assert.Equal(0, model.Train(0));
        Assert.Equal(0, model.Version);
        Assert.Equal(30, model.Train(30));
        Assert.Equal(40, model.Train(1_000));
        Assert.Equal(0, model.Train(1_000));
        Assert.Equal(2, model.Version);
        Assert.Equal(0, model.AnswerOperations);
        Assert.Throws<ArgumentOutOfRangeException>("budget", () => model.Train(-1));
        Assert.Same(NoAnswer.Instance, model.Answer(ImageRecognition.Fashion.HeldOut[0]));
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("fashion")]
    public void It_scores_no_more_than_the_baseline(string task)
    {
        var recognition = task == "digits" ? ImageRecognition.Digits : ImageRecognition.Fashion;
        var model = new MajorityClass(task == "digits" ? Kind.Digits(share: 1) : Kind.Fashion(share: 1));
        model.Train(long.MaxValue);
        Assert.InRange(ModelQuality.Measure(recognition, model, int.MaxValue), 0.05, recognition.Baseline);
    }
}
