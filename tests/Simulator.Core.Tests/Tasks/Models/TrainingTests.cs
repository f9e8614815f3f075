using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class TrainingTests
{
    public static TheoryData<string> Kinds => Kind.All;

    // A shard of one image: every batch is 32 times that image, so every step costs the same.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_costs_what_the_model_states(string kind)
    {
        ImageShard shard = Kind.Digits(share: 0.0001);
        long lit = shard.Images.Pixels(shard.Image(0)).Count(p => p != 0);
        // A filter has 36 places on a digit, and nine pooled units.
        long price =
            32
            * kind switch
            {
                "softmax" => 40 * (lit + 1),
                "perceptron-13" or "perceptron-40" => Kind.Size(kind) * (4 * (lit + 1) + 60) + 40,
                _ => Kind.Size(kind) * (20 * 36 + 83 * 9) + 40,
            };
        IModel model = Kind.Make(kind, shard);
        Assert.Equal(0, model.Train(price - 1));
        Assert.Equal(0, model.Version);
        Assert.Equal(price, model.Train(1));
        Assert.Equal(1, model.Version);
        Assert.Equal(3 * price, model.Train(4 * price - 1));
        Assert.Equal(2, model.Version);
        Assert.Equal(price, model.Train(1));
    }

    [Theory]
    [InlineData("softmax", 20 * 103)]
    [InlineData("perceptron-13", 2 * 13 * 103 + 20 * 14)]
    [InlineData("convolution-4", 20 * 4 * 144 + 3 * 144 + 20 * 145)]
    public void An_answer_costs_what_reading_an_image_with_the_mean_of_lit_pixels_does(
        string kind,
        long operations
    )
    {
        // 102 of 196 pixels, in the mean over the held-out images.
        double lit = ImageRecognition.Fashion.HeldOut.Average(q =>
            ((ImageQuestion)q).Pixels().Count(p => p != 0)
        );
        Assert.Equal(102, Math.Round(lit));
        Assert.Equal(operations, Kind.Make(kind, Kind.Fashion()).AnswerOperations);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Small_budgets_add_up_to_the_same_steps_as_one_large(string kind)
    {
        IModel large = Kind.Make(kind, Kind.Fashion());
        IModel small = Kind.Make(kind, Kind.Fashion());
        long spent = large.Train(7_000_000);
        long sum = 0;
        for (int i = 0; i < 700; i++)
        {
            sum += small.Train(10_000);
            Assert.True(sum <= (i + 1) * 10_000);
        }
        Assert.Equal(spent, sum);
        Assert.InRange(spent, 6_000_000, 7_000_000);
        Assert.Equal(DoubleNetwork.Of(large).Parameters(), DoubleNetwork.Of(small).Parameters());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_budget_of_nothing_changes_nothing(string kind)
    {
        IModel model = Kind.Make(kind, Kind.Digits());
        model.Train(1_000_000);
        double[] before = DoubleNetwork.Of(model).Parameters();
        Assert.Equal(0, model.Train(0));
        Assert.Equal(1, model.Version);
        Assert.Equal(before, DoubleNetwork.Of(model).Parameters());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_negative_budget_is_refused(string kind) =>
        Assert.Throws<ArgumentOutOfRangeException>("budget", () => Kind.Make(kind, Kind.Digits()).Train(-1));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Answers_given_before_training_are_forgotten(string kind)
    {
        IModel asked = Kind.Make(kind, Kind.Digits());
        IModel twin = Kind.Make(kind, Kind.Digits());
        for (int tempo = 0; tempo < 3; tempo++)
        {
            int[] early = Kind.Answers(asked, ImageRecognition.Digits);
            Assert.Equal(early, Kind.Answers(asked, ImageRecognition.Digits));
            asked.Train(2_000_000);
            twin.Train(2_000_000);
            Assert.NotEqual(early, Kind.Answers(asked, ImageRecognition.Digits));
        }
        Assert.Equal(
            Kind.Answers(twin, ImageRecognition.Digits),
            Kind.Answers(asked, ImageRecognition.Digits)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_question_of_another_task_gets_no_answer(string kind)
    {
        IModel model = Kind.Make(kind, Kind.Digits());
        Assert.Same(NoAnswer.Instance, model.Answer(ImageRecognition.Fashion.HeldOut[0]));
        Assert.Same(NoAnswer.Instance, model.Answer(new Riddle()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Neither_a_step_nor_an_answer_allocates(string kind)
    {
        IModel model = Kind.Make(kind, Kind.Fashion());
        IReadOnlyList<IQuestion> questions = ImageRecognition.Fashion.HeldOut;
        Work();
        Assert.Equal(0, Allocation.Least(Work));

        void Work()
        {
            model.Train(3_000_000);
            for (int i = 0; i < 100; i++)
            {
                model.Answer(questions[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_drawn_from_the_givers_stream_later_does_not_shift_training(string kind)
    {
        var rng = new Rng(1);
        ImageShard shard = Kind.Digits();
        IModel model = Kind.Make(kind, shard, rng);
        IModel twin = Kind.Make(kind, shard);
        rng.NextUInt64();
        model.Train(2_000_000);
        twin.Train(2_000_000);
        Assert.Equal(DoubleNetwork.Of(twin).Parameters(), DoubleNetwork.Of(model).Parameters());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_seed_trains_another_model(string kind)
    {
        ImageShard shard = Kind.Digits();
        IModel one = Kind.Make(kind, shard, seed: 1);
        IModel two = Kind.Make(kind, shard, seed: 2);
        one.Train(1_000_000);
        two.Train(1_000_000);
        Assert.NotEqual(DoubleNetwork.Of(one).Parameters(), DoubleNetwork.Of(two).Parameters());
    }

    [Fact]
    public void Models_trained_on_many_threads_equal_those_trained_on_one()
    {
        double[][] serial = new double[12][];
        double[][] parallel = new double[12][];
        for (int i = 0; i < serial.Length; i++)
        {
            serial[i] = Trained(i);
        }
        Parallel.For(0, parallel.Length, i => parallel[i] = Trained(i));
        Assert.Equal(serial, parallel);

        static double[] Trained(int i)
        {
            string kind =
                i % 3 == 0 ? "softmax"
                : i % 3 == 1 ? $"perceptron-{3 * i}"
                : $"convolution-{1 + i % 4}";
            IModel model = Kind.Make(kind, Kind.Fashion(0.05, 0.1, (ulong)i), (ulong)i);
            model.Train(5_000_000);
            return
            [
                .. Kind.Answers(model, ImageRecognition.Fashion),
                .. DoubleNetwork.Of(model).Parameters(),
            ];
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_learning_rate_outside_its_range_is_refused(double rate)
    {
        string expected =
            $"A learning rate lies in (0, 1]. (Parameter 'learningRate')\nActual value was {rate}.";
        foreach (string kind in new[] { "softmax", "perceptron-8", "convolution-2" })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
                Kind.Make(kind, Kind.Digits(), learningRate: rate)
            );
            Assert.Equal(expected, error.Message.ReplaceLineEndings("\n"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(257)]
    public void A_width_outside_its_range_is_refused(int hidden)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Perceptron(Kind.Digits(), hidden, 0.1, new Rng(1))
        );
        Assert.Equal(
            $"The number of hidden units lies in [1, 256]. (Parameter 'hidden')\nActual value was {hidden}.",
            error.Message.ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_number_of_filters_outside_its_range_is_refused(int filters)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Convolution(Kind.Digits(), filters, 0.1, new Rng(1))
        );
        Assert.Equal(
            $"The number of filters lies in [1, 4]. (Parameter 'filters')\nActual value was {filters}.",
            error.Message.ReplaceLineEndings("\n")
        );
    }

    private sealed class Riddle : IQuestion;
}
