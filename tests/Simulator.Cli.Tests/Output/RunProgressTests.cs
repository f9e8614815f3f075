using Simulator.Cli.Output;

namespace Simulator.Cli.Tests.Output;

public sealed class RunProgressTests
{
    [Fact]
    public void In_a_pipe_there_are_lines_and_nothing_that_moves_a_cursor()
    {
        string shown = Watch(screen: false, color: true);

        Assert.Equal("a [b]: 0 of 4 epochs\na [b]: 2 of 4 epochs\na [b]: 4 of 4 epochs\n", shown);
    }

    [Fact]
    public void On_a_screen_a_bar_is_drawn_under_its_title_and_cleared()
    {
        string shown = Watch(screen: true, color: true);

        Assert.Contains("a [b]", shown, StringComparison.Ordinal);
        Assert.EndsWith("\u001b[?25h", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("epochs", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_colors_the_bar_has_none() =>
        Assert.DoesNotMatch(@"\u001b\[[0-9;]*m", Watch(screen: true, color: false));

    [Fact]
    public void What_a_run_throws_comes_through()
    {
        Terminal terminal = new(TextWriter.Null, TextWriter.Null) { DrawsProgress = true };

        Assert.Throws<RunFailedException>(() =>
            RunProgress.Watch<int>(terminal, "a", 4, _ => throw new RunFailedException("no"))
        );
    }

    private static string Watch(bool screen, bool color)
    {
        using StringWriter text = new() { NewLine = "\n" };
        Terminal terminal = new(TextWriter.Null, text) { DrawsProgress = screen, UsesColor = color };

        int result = RunProgress.Watch(
            terminal,
            "a [b]",
            4,
            progress =>
            {
                progress.Report(2);
                progress.Report(4);
                return 7;
            }
        );

        Assert.Equal(7, result);
        return text.ToString();
    }
}
