using CsCheck;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Tasks;

public sealed class MixtureTests
{
    private const int Iterations = 10_000;

    // Shares are whole hundredths, so that what a mixture should be can be said in integers.
    private static readonly Gen<(int Before, int Later, int Most, int Hundredths)> Cases = Gen.Select(
        Gen.Int[1, 300],
        Gen.Int[1, 300],
        Gen.Int[1, 700],
        Gen.Int[0, 100]
    );

    [Fact]
    public void No_mixture_takes_more_than_there_is_or_than_was_asked_for() =>
        Cases.Sample(
            c =>
            {
                Mixture mixture = Of(c);
                Assert.InRange(mixture.Before, 0, c.Before);
                Assert.InRange(mixture.Later, 0, c.Later);
                Assert.InRange(mixture.Before + mixture.Later, 0, c.Most);
            },
            iter: Iterations
        );

    [Fact]
    public void A_share_is_off_by_less_than_one_question() =>
        Cases.Sample(
            c =>
            {
                Mixture mixture = Of(c);
                int all = mixture.Before + mixture.Later;
                Assert.InRange(100 * mixture.Later - all * c.Hundredths, -99, 99);
            },
            iter: Iterations
        );

    [Fact]
    public void One_more_question_would_break_the_share_or_the_bound() =>
        Cases.Sample(
            c =>
            {
                Mixture mixture = Of(c);
                int more = mixture.Before + mixture.Later + 1;
                Assert.True(
                    more > c.Most
                        || more * c.Hundredths > 100 * c.Later
                        || more * (100 - c.Hundredths) > 100 * c.Before,
                    $"{mixture}, where {more} would do"
                );
            },
            iter: Iterations
        );

    [Theory]
    // 3 / (1 − 0.7) and 0.29 · 100 lie just below 10 and 29.
    [InlineData(3, 7, 100, 70, 3, 7)]
    [InlineData(71, 29, 100, 29, 71, 29)]
    public void Rounding_costs_no_question(
        int before,
        int later,
        int most,
        int hundredths,
        int ofBefore,
        int ofLater
    ) => Assert.Equal(new(ofBefore, ofLater), Of((before, later, most, hundredths)));

    [Theory]
    [InlineData(0, 60)]
    [InlineData(100, 250)]
    public void A_mixture_of_one_world_is_a_sample_of_that_world(int hundredths, double heldOut)
    {
        Halves task = new(60, 250);
        Assert.Equal(heldOut, Mixture.Of(task, 50, hundredths / 100.0).HeldOutAlike(task));
    }

    [Fact]
    public void A_mixture_of_all_that_is_held_out_leaves_nothing_to_chance()
    {
        Halves task = new(60, 40);
        Assert.Equal(100, Mixture.Of(task, 100, 0.4).HeldOutAlike(task), 1e-9);
        Assert.Equal(0, default(Mixture).HeldOutAlike(task));
    }

    private static Mixture Of((int Before, int Later, int Most, int Hundredths) c) =>
        Mixture.Of(new Halves(c.Before, c.Later), c.Most, c.Hundredths / 100.0);

    /// <summary>A task of which nothing is known but how many questions each world holds out.</summary>
    private sealed class Halves(int before, int later) : ITask
    {
        public string Name => "halves";

        public IReadOnlyList<IQuestion> HeldOut { get; } = new IQuestion[before];

        public IReadOnlyList<IQuestion> HeldOutLater { get; } = new IQuestion[later];

        public double Baseline => 0;

        public double Score(IQuestion question, IAnswer answer) => 0;

        public IAnswer Truth(IQuestion question) => NoAnswer.Instance;

        public IAnswer Guess(Rng rng) => NoAnswer.Instance;
    }
}
