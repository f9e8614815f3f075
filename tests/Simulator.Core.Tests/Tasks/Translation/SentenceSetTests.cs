using System.Text;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class SentenceSetTests
{
    [Fact]
    public void A_word_is_small_a_sign_stands_alone_and_a_placeholder_stays_whole() =>
        Assert.Equal(
            ["the", "type", "\"", "{0}", "\"", "can", "'", "t", "be", "read", "-only", ":", "x_1", "."],
            WordSplitter.Split("The type “{0}” can’t be read -only: X_1.")
        );

    [Fact]
    public void No_held_out_sentence_can_be_trained_on()
    {
        SentenceSet set = LanguageTranslation.Spanish.Sentences;
        var training = Enumerable.Range(0, set.TrainingCount).Select(set.Source).ToHashSet();
        Assert.DoesNotContain(
            Enumerable.Range(set.TrainingCount, set.HeldOutCount),
            pair => training.Contains(set.Source(pair))
        );
    }

    [Fact]
    public void Sentences_that_differ_in_numbers_only_fall_on_the_same_side()
    {
        string lines = string.Join(
            '\n',
            Enumerable.Range(0, 50).Select(i => $"Line {i} is wrong\tLa línea {i} es falsa")
        );
        SentenceSet set = SentenceSet.Read("es", "test.tsv", Encoding.UTF8.GetBytes(lines), 50);
        Assert.True(set.TrainingCount is 0 or 50);
    }

    [Fact]
    public void A_tenth_is_held_out()
    {
        foreach (
            LanguageTranslation task in new[]
            {
                LanguageTranslation.Spanish,
                LanguageTranslation.German,
                LanguageTranslation.French,
            }
        )
        {
            double share =
                (double)task.Sentences.HeldOutCount
                / (task.Sentences.TrainingCount + task.Sentences.HeldOutCount);
            Assert.InRange(share, 0.08, 0.12);
            Assert.InRange(task.Baseline, 0.2, 0.4);
        }
    }

    [Fact]
    public void A_resource_that_breaks_off_is_reported_with_its_name()
    {
        byte[] packed = DataCatalog.Resource("en-es.dotnet.tsv.gz");
        var error = Assert.Throws<FormatException>(() =>
            DataCatalog.Unpack("en-es.dotnet.tsv.gz", packed[..(packed.Length / 2)])
        );
        Assert.StartsWith(
            "The data set en-es.dotnet.tsv.gz is damaged: ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Missing_lines_are_reported() =>
        Assert.Equal(
            "test.tsv: 1 sentence pairs were found where 2 belong.",
            Assert
                .Throws<FormatException>(() => SentenceSet.Read("es", "test.tsv", "a\tb\n"u8.ToArray(), 2))
                .Message
        );

    [Theory]
    [InlineData("one\tuno\ntwo\n")]
    [InlineData("one\tuno\ntwo\tdos\t2\n")]
    [InlineData("one\tuno\n\tdos\n")]
    public void A_line_that_is_no_pair_is_reported(string text) =>
        Assert.Equal(
            "test.tsv(2): an English sentence and its translation belong here.",
            Assert
                .Throws<FormatException>(() =>
                    SentenceSet.Read("es", "test.tsv", Encoding.UTF8.GetBytes(text), 2)
                )
                .Message
        );

    [Fact]
    public void From_equal_streams_noise_changes_translations_and_not_sentences()
    {
        SentenceShard clean = Translator.Shard(0.1);
        SentenceShard noisy = Translator.Shard(0.1, 0.4);
        int[] places = [.. Enumerable.Range(0, clean.Count)];
        Assert.Equal(places.Select(clean.Source), places.Select(noisy.Source));
        double wrong = places.Average(i => noisy.Source(i) == noisy.Target(i) ? 0.0 : 1);
        Assert.InRange(wrong, 0.35, 0.45);
        Assert.All(places, i => Assert.Equal(clean.Source(i), clean.Target(i)));
    }

    [Fact]
    public void An_answer_of_another_kind_is_worthless() =>
        Assert.Equal(
            0,
            Translator.Task.Score(Translator.Task.HeldOut[0], Simulator.Core.Tasks.LabelAnswer.Of(1))
        );
}
