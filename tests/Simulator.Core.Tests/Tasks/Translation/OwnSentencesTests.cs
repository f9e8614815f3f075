using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class OwnSentencesTests
{
    private static IEnumerable<(string, string)> Pairs =>
        Enumerable
            .Range(0, 100)
            .Select(i => ($"Word{(char)('a' + i % 26)}{i} stays here.", $"mot{i} reste."));

    [Fact]
    public void Pairs_of_ones_own_are_split_like_all_others()
    {
        SentenceSet set = SentenceSet.Of("mine", Pairs.Concat(Pairs));
        Assert.Equal(100, set.TrainingCount + set.HeldOutCount);
        Assert.InRange(set.HeldOutCount, 1, 40);
        LanguageTranslation task = new("my-pairs", set);
        Assert.Equal("my-pairs", task.Name);
        Assert.Equal(1, task.Score(task.HeldOut[0], new TranslationAnswer(set.Target(set.TrainingCount))));
    }

    [Fact]
    public void Too_few_pairs_are_refused() =>
        Assert.Equal(
            "At least two pairs are there to train on. (Parameter 'pairs')",
            Assert.Throws<ArgumentException>(() => SentenceSet.Of("mine", [("a", "b")])).Message
        );

    [Fact]
    public void An_answer_as_people_write_it_scores_like_its_words()
    {
        IAnswer written = TranslationAnswer.Written("Mot7 RESTE.");
        Assert.Equal("mot7 reste .", written.ToString());
    }
}
