using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class LearningTests
{
    private const int Seeds = 20;
    private const int Questions = 100;

    // Of 20 pairs 16 or more one way: probability 0.0059 if either way were equally likely, the sign test.
    private const int Significant = 16;

    public static TheoryData<string> Kinds => Translator.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Skill_grows_from_zero_over_ten_rounds_and_on_to_a_hundred(string kind)
    {
        SentenceShard shard = Translator.Shard(share: 0.3);
        long round = Translator.Make(kind, shard).Train(long.MaxValue) / 100 + 1;
        IModel model = Translator.Make(kind, shard);
        double atTen = 0;
        for (int i = 1; i <= 100; i++)
        {
            model.Train(round);
            atTen = i == 10 ? Translator.Skill(model, 1_000) : atTen;
        }
        double atHundred = Translator.Skill(model, 1_000);
        Assert.True(0 < atTen && atTen < atHundred, $"{atTen}, {atHundred}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_data_make_better_models(string kind)
    {
        int better = Wins(seed =>
            (
                Translator.Trained(kind, Translator.Shard(0.1, 0, seed)),
                Translator.Trained(kind, Translator.Shard(0.02, 0, seed))
            )
        );
        Assert.InRange(better, Significant, Seeds);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Wrong_translations_make_worse_models(string kind)
    {
        int better = Wins(seed =>
            (
                Translator.Trained(kind, Translator.Shard(0.05, 0, seed)),
                Translator.Trained(kind, Translator.Shard(0.05, 0.5, seed))
            )
        );
        Assert.InRange(better, Significant, Seeds);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_trained_model_has_a_better_bleu_than_the_source(string kind)
    {
        double trained = Translator.Task.BleuOf(Translator.Trained(kind, Translator.Shard(0.3)), 300);
        double copied = Translator.Task.BleuOf(new SourceCopy(), 300);
        Assert.True(trained > copied, $"{trained}, {copied}");
    }

    private static int Wins(Func<ulong, (IModel Better, IModel Worse)> make) =>
        Enumerable
            .Range(1, Seeds)
            .Count(seed =>
            {
                (IModel better, IModel worse) = make((ulong)seed);
                return ModelQuality.Measure(Translator.Task, better, Questions)
                    > ModelQuality.Measure(Translator.Task, worse, Questions);
            });
}
