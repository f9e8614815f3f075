using Simulator.Core.Units;

namespace Simulator.Cli.Tests;

public sealed class FailureTests
{
    [Fact]
    public void A_mistake_of_ours_is_one_line_and_a_request() =>
        Assert.Equal(
            (
                70,
                "internal error: InvalidOperationException: first second\n"
                    + "This is a mistake of the simulator: please report it, with what SIM_TRACE=1 shows.\n"
            ),
            Report(new InvalidOperationException("first\nsecond"), trace: false)
        );

    [Fact]
    public void A_run_that_broke_a_rule_of_ours_names_its_place() =>
        Assert.Equal(
            (3, "error: the run failed: block 7, netuid 1, uid 5: OverflowException: too much\n"),
            Report(
                new InvariantException(
                    new Block(7),
                    new NetUid(1),
                    new Uid(5),
                    new OverflowException("too much")
                ),
                trace: false
            )
        );

    [Fact]
    public void A_full_disk_is_no_mistake_of_ours() =>
        Assert.Equal(
            (3, "error: No space left on device\n"),
            Report(new IOException("No space left on device"), trace: false)
        );

    [Fact]
    public void The_trace_is_shown_on_request()
    {
        (int code, string text) = Report(Thrown(), trace: true);

        Assert.Equal(70, code);
        Assert.StartsWith(
            "internal error: InvalidOperationException: here\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(nameof(Thrown), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_has_no_trace() =>
        Assert.Equal((2, "error: no\n"), Report(new InputException("no"), trace: true));

    private static (int Code, string Text) Report(Exception failure, bool trace)
    {
        using StringWriter text = new() { NewLine = "\n" };
        int code = Failure.Report(failure, text, trace);
        return (code, text.ToString());
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("here");
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }
}
