using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class NearestNeighboursTests
{
    [Theory]
    [InlineData("digits", 1)]
    [InlineData("digits", 5)]
    [InlineData("fashion", 5)]
    [InlineData("fashion", 15)]
    public void Answers_are_those_of_sorting_all_distances(string task, int neighbours)
    {
        var recognition = task == "digits" ? ImageRecognition.Digits : ImageRecognition.Fashion;
        ImageShard shard = task == "digits" ? Kind.Digits(noise: 0.2) : Kind.Fashion(noise: 0.2);
        var model = new NearestNeighbours(shard, neighbours, 250);
        model.Train(long.MaxValue);
        int[] expected =
        [
            .. recognition.HeldOut.Select(q => Expected(shard, (ImageQuestion)q, neighbours, stored: 250)),
        ];
        Assert.Equal(expected, Kind.Answers(model, recognition));
    }

    [Fact]
    public void An_image_costs_an_operation_per_pixel_to_store_and_three_to_compare_with()
    {
        var model = new NearestNeighbours(Kind.Fashion(), 5, 600);
        Assert.Equal(0, model.AnswerOperations);
        Assert.Equal(0, model.Train(195));
        Assert.Equal(0, model.Version);
        Assert.Equal(196, model.Train(1));
        Assert.Equal(1, model.Version);
        Assert.Equal(3 * 196, model.AnswerOperations);
        Assert.Equal(599 * 196, model.Train(long.MaxValue));
        Assert.Equal(600 * 3 * 196, model.AnswerOperations);
        Assert.Equal(0, model.Train(long.MaxValue));
        Assert.Equal(2, model.Version);
    }

    [Fact]
    public void It_stores_no_more_images_than_its_shard_has()
    {
        var model = new NearestNeighbours(Kind.Digits(share: 0.05), 5, 600);
        Assert.Equal(70 * 64, model.Train(long.MaxValue));
    }

    [Fact]
    public void It_names_the_first_class_before_it_has_stored_an_image() =>
        Assert.All(
            Kind.Answers(new NearestNeighbours(Kind.Digits(), 5, 600), ImageRecognition.Digits),
            label => Assert.Equal(0, label)
        );

    [Fact]
    public void Answers_given_before_training_are_forgotten()
    {
        var model = new NearestNeighbours(Kind.Digits(), 1, 200);
        int[] early = Kind.Answers(model, ImageRecognition.Digits);
        model.Train(50 * 64);
        int[] some = Kind.Answers(model, ImageRecognition.Digits);
        model.Train(150 * 64);
        Assert.NotEqual(early, some);
        Assert.NotEqual(some, Kind.Answers(model, ImageRecognition.Digits));
    }

    [Fact]
    public void Of_images_equally_far_away_those_stored_first_are_nearer()
    {
        var nearest = new NearestPlaces(3);
        nearest.Offer(0, 5);
        nearest.Offer(1, 4);
        nearest.Offer(2, 5);
        nearest.Offer(3, 5);
        nearest.Offer(4, 4);
        // Kept are 1, 4 and 0 in this order; where all differ, the first names the class.
        Assert.Equal(7, nearest.Vote([5, 7, 1, 1, 3]));
    }

    [Theory]
    [InlineData(0, 100, "neighbours")]
    [InlineData(16, 100, "neighbours")]
    [InlineData(5, 0, "stored")]
    [InlineData(5, 601, "stored")]
    public void Numbers_outside_their_range_are_refused(int neighbours, int stored, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            parameter,
            () => new NearestNeighbours(Kind.Digits(), neighbours, stored)
        );

    [Fact]
    public void A_negative_budget_and_a_question_of_another_task_are_refused()
    {
        var model = new NearestNeighbours(Kind.Digits(), 5, 600);
        Assert.Throws<ArgumentOutOfRangeException>("budget", () => model.Train(-1));
        Assert.Same(NoAnswer.Instance, model.Answer(ImageRecognition.Fashion.HeldOut[0]));
    }

    [Fact]
    public void Neither_storing_nor_an_answer_allocates()
    {
        var model = new NearestNeighbours(Kind.Fashion(), 5, 600);
        Work();
        Assert.Equal(0, Allocation.Least(Work));

        void Work()
        {
            model.Train(10_000);
            for (int i = 0; i < 100; i++)
            {
                model.Answer(ImageRecognition.Fashion.HeldOut[i]);
            }
        }
    }

    private static int Expected(ImageShard shard, ImageQuestion question, int neighbours, int stored)
    {
        float[] asked = question.Pixels();
        int[] votes =
        [
            .. Enumerable
                .Range(0, stored)
                .OrderBy(i =>
                    asked
                        .Zip(shard.Images.Pixels(shard.Image(i)))
                        .Sum(pair => Math.Pow(Steps(pair.First) - Steps(pair.Second), 2))
                )
                .Take(neighbours)
                .Select(shard.Label),
        ];
        int most = votes.GroupBy(v => v).Max(g => g.Count());
        return votes.First(v => votes.Count(w => w == v) == most);

        double Steps(float grey) => Math.Round(grey * (shard.Images.Name == "digits" ? 16 : 15));
    }
}
