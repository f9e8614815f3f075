using Simulator.Cli.Output;

namespace Simulator.Cli.Tests.Output;

public sealed class QuarterLinesTests
{
    [Theory]
    [InlineData(8, "0 2 4 6 8")]
    [InlineData(10, "0 3 5 8 10")]
    [InlineData(3, "0 1 2 3")]
    [InlineData(1, "0 1")]
    public void A_line_is_written_at_the_start_and_at_each_quarter(int epochs, string shown)
    {
        using StringWriter text = new() { NewLine = "\n" };
        QuarterLines lines = new(text, "quickstart", epochs);
        for (int done = 1; done <= epochs; done++)
        {
            lines.Report(done);
        }

        Assert.Equal(
            string.Concat(shown.Split(' ').Select(done => $"quickstart: {done} of {epochs} epochs\n")),
            text.ToString()
        );
    }
}
