using System.Text;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

public sealed class NovelFormatTests
{
    [Fact]
    public void Letters_are_small_digits_vanish_and_spaces_never_follow_each_other()
    {
        NovelSet novels = Read("# ONE\n  In 1811,  _Miss_ Dé\u00e9;\n" + Filler);
        Assert.Equal(["ONE"], novels.Titles);
        Assert.StartsWith("in , miss d ;\n", novels.TrainingText(0), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_twelfth_passage_of_each_novel_is_held_out()
    {
        NovelSet novels = Read("# ONE\n" + Filler + "\n# TWO\n" + Filler);
        Assert.Equal((22, 2), (novels.TrainingCount, novels.HeldOutCount));
        Assert.Equal(("ONE", "TWO"), (novels.TitleOf(0), novels.TitleOf(1)));
    }

    [Theory]
    [InlineData("It is a truth\n", "Novels: line 1: a title '# …' must come first.")]
    [InlineData("# ONE\nIt is\ta truth\n", "Novels: line 2: character 9 is no part of a text.")]
    [InlineData("# ONE\nIt is a truth\n", "Novels: 'ONE' has 14 characters; 12288 are the least.")]
    [InlineData("", "Novels: there is no title.")]
    public void What_is_no_text_of_novels_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Read(text)).Message);

    private static string Filler =>
        string.Concat(Enumerable.Repeat("a passage of some length", 12 * NovelSet.PassageLength / 24 + 1));

    private static NovelSet Read(string text) => NovelFormat.Read("austen", Encoding.UTF8.GetBytes(text));
}
