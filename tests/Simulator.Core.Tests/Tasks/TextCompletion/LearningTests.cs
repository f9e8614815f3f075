using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

public sealed class LearningTests
{
    private const int Seeds = 20;

    // The sign test: 16 or more of 20 by chance alone have a probability of 0.0059.
    private const int Significant = 16;

    public static TheoryData<string> Kinds => TextKind.All;

    [Theory]
    [InlineData("ngram", 500_000)]
    [InlineData("char-net", 40_000_000)]
    public void Skill_at_round_100_is_above_that_at_round_10_which_is_above_nothing(string kind, long budget)
    {
        IModel model = TextKind.Make(kind, TextKind.Austen(share: 0.3));
        Rounds(10);
        double early = TextKind.Skill(model);
        Rounds(90);
        double late = TextKind.Skill(model);
        Assert.True(late > early && early > 0, $"{late} > {early} > 0");

        void Rounds(int count)
        {
            for (int round = 0; round < count; round++)
            {
                model.Train(budget);
            }
        }
    }

    [Fact]
    public void The_baseline_comes_up_to_itself_and_no_further()
    {
        IModel model = TextKind.Make("order-1", TextKind.Austen(share: 1));
        model.Train(100_000);
        double early = TextKind.Skill(model, int.MaxValue);
        model.Train(long.MaxValue);
        Assert.True(early < 0);
        Assert.Equal(0, TextKind.Skill(model, int.MaxValue), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_data_make_better_models(string kind) =>
        AssertBetter(seed => Trained(kind, 0.05, 0.05, seed), seed => Trained(kind, 0.001, 0.05, seed));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Less_noise_makes_better_models(string kind) =>
        AssertBetter(seed => Trained(kind, 0.02, 0.05, seed), seed => Trained(kind, 0.02, 0.3, seed));

    [Fact]
    public void More_memory_makes_better_models() =>
        AssertBetter(seed => WithMemory(1 << 20, seed), seed => WithMemory(1 << 14, seed));

    private static void AssertBetter(Func<ulong, double> good, Func<ulong, double> bad)
    {
        int better = Enumerable.Range(1, Seeds).Count(seed => good((ulong)seed) > bad((ulong)seed));
        Assert.True(better >= Significant, $"{better} of {Seeds}");
    }

    private static double Trained(string kind, double share, double noise, ulong seed)
    {
        IModel model = TextKind.Make(kind, TextKind.Austen(share, noise, seed), seed);
        model.Train(kind == "char-net" ? 400_000_000 : long.MaxValue);
        return TextKind.Skill(model);
    }

    private static double WithMemory(long memory, ulong seed)
    {
        var model = new NgramModel(TextKind.Austen(0.05, 0, seed), 5, memory);
        model.Train(long.MaxValue);
        return TextKind.Skill(model);
    }
}
