using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class AccuracyTests
{
    private const int Seeds = 10;
    private const int Questions = 1_000;

    public static TheoryData<string> Kinds => Kind.All;

    [Fact]
    public void An_untrained_softmax_regression_names_the_first_class() =>
        Assert.All(
            Kind.Answers(Kind.Make("softmax", Kind.Digits()), ImageRecognition.Digits),
            label => Assert.Equal(0, label)
        );

    [Fact]
    public void A_perceptron_learns_fashion_and_in_the_long_run_beats_softmax_regression()
    {
        double perceptron = Mean("perceptron-32", 1, 0, 1_000_000_000, 3, 0.3);
        double softmax = Mean("softmax", 1, 0, 1_000_000_000, 3, 0.3);
        Assert.True(perceptron > 0.80, $"{perceptron}");
        Assert.True(perceptron > softmax, $"{perceptron} is not above {softmax}.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_compute_makes_better_models(string kind)
    {
        double little = Mean(kind, 0.2, 0.1, 5_000_000);
        double some = Mean(kind, 0.2, 0.1, 20_000_000);
        double much = Mean(kind, 0.2, 0.1, 80_000_000);
        Assert.True(little < some && some < much, $"{little}, {some}, {much}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_data_make_better_models(string kind)
    {
        double little = Mean(kind, 0.005, 0.1, 40_000_000);
        double much = Mean(kind, 0.1, 0.1, 40_000_000);
        Assert.True(little + 0.02 < much, $"{little}, {much}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Wrong_labels_make_worse_models(string kind)
    {
        double clean = Mean(kind, 0.05, 0, 40_000_000);
        double noisy = Mean(kind, 0.05, 0.4, 40_000_000);
        Assert.True(noisy + 0.02 < clean, $"{noisy}, {clean}");
    }

    private static double Mean(
        string kind,
        double share,
        double noise,
        long budget,
        int seeds = Seeds,
        double rate = 0.2
    ) =>
        Enumerable
            .Range(1, seeds)
            .Average(seed =>
            {
                ImageShard shard = Kind.Fashion(share, noise, (ulong)seed);
                IModel model = Kind.Make(kind, shard, (ulong)seed, rate);
                model.Train(budget);
                return ModelQuality.Measure(ImageRecognition.Fashion, model, Questions);
            });
}
