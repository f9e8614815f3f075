using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class SkillTests
{
    private const int Seeds = 20;

    // Of 20 fair coins, 16 or more show heads with probability 0.0059.
    private const int SignificantWins = 16;

    public static TheoryData<string> Kinds =>
        ["softmax", "perceptron-32", "convolution-2", "convolution-4", "neighbours"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Skill_after_a_hundred_rounds_is_above_that_after_ten_and_that_is_above_zero(string kind)
    {
        double[] ten = Skills(kind, share: 0.3, noise: 0, rounds: 10);
        double[] hundred = Skills(kind, share: 0.3, noise: 0, rounds: 100);
        Assert.All(ten, skill => Assert.True(skill > 0, $"{skill}"));
        Assert.True(hundred.Average() > ten.Average(), $"{hundred.Average()} after {ten.Average()}");
        Assert.InRange(Wins(hundred, ten), SignificantWins, Seeds);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_data_make_better_models(string kind) =>
        Assert.InRange(
            Wins(Skills(kind, 0.04, 0.1, 100), Skills(kind, 0.004, 0.1, 100)),
            SignificantWins,
            Seeds
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fewer_wrong_labels_make_better_models(string kind) =>
        Assert.InRange(
            Wins(Skills(kind, 0.04, 0, 100), Skills(kind, 0.04, 0.4, 100)),
            SignificantWins,
            Seeds
        );

    /// <summary>Skill on held-out fashion after some rounds, by seed.</summary>
    private static double[] Skills(string kind, double share, double noise, int rounds) =>
        [
            .. Enumerable
                .Range(0, Seeds)
                .Select(seed =>
                    Skill(kind, Kind.Fashion(share, noise, (ulong)seed + 100), rounds, (ulong)seed)
                ),
        ];

    private static double Skill(string kind, ImageShard shard, int rounds, ulong seed)
    {
        ImageRecognition task = ImageRecognition.Fashion;
        IModel model =
            kind == "neighbours" ? new NearestNeighbours(shard, 5, 600) : Kind.Make(kind, shard, seed);
        for (int round = 0; round < rounds; round++)
        {
            model.Train(Budget(kind));
        }
        return (ModelQuality.Measure(task, model, questions: 1_000) - task.Baseline) / (1 - task.Baseline);
    }

    /// <summary>A budget with which a model is far from done after ten rounds.</summary>
    private static long Budget(string kind) =>
        kind switch
        {
            "neighbours" => 1_200,
            "softmax" => 200_000,
            _ => 800_000,
        };

    private static int Wins(double[] better, double[] worse) =>
        better.Zip(worse).Count(pair => pair.First > pair.Second);
}
