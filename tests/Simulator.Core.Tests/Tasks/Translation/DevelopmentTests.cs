using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class DevelopmentTests
{
    private static readonly SentenceSet All = LanguageTranslation.Spanish.Sentences;
    private static readonly SentenceSet Split = SentenceSet.Development("es");

    [Fact]
    public void It_has_the_pairs_to_train_on_and_none_that_is_held_out()
    {
        Assert.Equal(All.TrainingCount, Split.TrainingCount + Split.HeldOutCount);
        Assert.Equal(
            Pairs(All, 0, All.TrainingCount).Order(),
            Pairs(Split, 0, All.TrainingCount).Order(),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void A_tenth_of_it_is_held_out_in_turn()
    {
        Assert.InRange((double)Split.HeldOutCount / All.TrainingCount, 0.08, 0.12);
        Assert.Empty(
            Pairs(Split, 0, Split.TrainingCount)
                .Intersect(Pairs(Split, Split.TrainingCount, Split.HeldOutCount))
        );
    }

    [Fact]
    public void It_is_the_same_every_time() =>
        Assert.Equal(
            Pairs(Split, Split.TrainingCount, Split.HeldOutCount),
            Pairs(SentenceSet.Development("es"), Split.TrainingCount, Split.HeldOutCount)
        );

    private static IEnumerable<string> Pairs(SentenceSet set, int first, int count) =>
        Enumerable.Range(first, count).Select(pair => $"{set.Source(pair)}\t{set.Target(pair)}");
}
