using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class BleuTests
{
    [Fact]
    public void Equal_texts_score_one() => Assert.Equal(1, Of(("a b c d e", "a b c d e")), 1e-12);

    // Precisions 4/5, 3/4, 2/3 and 1/2: their product is 1/5, and the lengths are equal.
    [Fact]
    public void The_score_is_the_geometric_mean_of_four_precisions() =>
        Assert.Equal(Math.Sqrt(Math.Sqrt(0.2)), Of(("a b c d x", "a b c d e")), 1e-12);

    // All precisions are 1; five words where six belong: e to the power of 1 − 6/5.
    [Fact]
    public void A_short_translation_is_penalised() =>
        Assert.Equal(0.81873075307798186, Of(("a b c d e", "a b c d e f")), 1e-12);

    [Fact]
    public void A_word_counts_no_more_often_than_in_the_reference() =>
        Assert.Equal(0, Of(("the the the the", "the cat is here")));

    // 8 of 9 words, 6 of 7 pairs, 4 of 5 runs of three and 2 of 3 of four: counted together, not averaged.
    [Fact]
    public void Sentences_are_counted_together() =>
        Assert.Equal(
            Math.Sqrt(Math.Sqrt(8.0 / 9 * 6 / 7 * 4 / 5 * 2 / 3)),
            Of(("a b c d", "a b c d"), ("a b c d x", "a b c d e")),
            1e-12
        );

    [Fact]
    public void Without_translations_the_score_is_zero() => Assert.Equal(0, new Bleu().Score);

    private static double Of(params (string Translation, string Reference)[] pairs)
    {
        Bleu bleu = new();
        foreach ((string translation, string reference) in pairs)
        {
            bleu.Add(translation, reference);
        }
        return bleu.Score;
    }
}
