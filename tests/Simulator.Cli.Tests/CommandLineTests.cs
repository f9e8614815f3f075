using Simulator.Cli.Commands;

namespace Simulator.Cli.Tests;

/// <summary>What <c>sim</c> says of command lines that no verb is needed to judge.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_the_help_is_shown()
    {
        Sim bare = Sim.Call();

        Assert.Equal(Sim.Call("--help"), bare);
        Assert.Equal((0, ""), (bare.ExitCode, bare.Error));
        Assert.Contains("Commands:", bare.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line_on_standard_output()
    {
        Sim version = Sim.Call("--version");

        Assert.Equal((0, ""), (version.ExitCode, version.Error));
        Assert.Matches(@"\Asim \d+\.\d+\.\d+( \(commit [0-9a-f]{12}\))?\n\z", version.Out);
    }

    [Theory]
    [InlineData("0.1.0", "sim 0.1.0")]
    [InlineData("0.1.0+b26e4d0c8cf14d1c9d0b5a4c7b8f25be4e8b2dfa", "sim 0.1.0 (commit b26e4d0c8cf1)")]
    [InlineData("0.1.0+b26e", "sim 0.1.0 (commit b26e)")]
    public void The_version_names_the_commit_where_the_build_knew_it(string informational, string line) =>
        Assert.Equal(line, VersionAction.Line(informational));

    [Theory]
    [InlineData("verfiy", "'sim' has no verb 'verfiy'; did you mean 'verify'?", "sim")]
    [InlineData("verfiy epoch x", "'sim' has no verb 'verfiy'; did you mean 'verify'?", "sim")]
    [InlineData("--hlep", "'sim' has no option '--hlep'; did you mean '--help'?", "sim")]
    [InlineData("--version x", "'sim' has no verb 'x'", "sim")]
    [InlineData("verify", "'sim verify' needs 'epoch' or 'yuma'", "sim verify")]
    [InlineData("verify epcoh", "'sim verify' has no verb 'epcoh'; did you mean 'epoch'?", "sim verify")]
    [InlineData("verify epoch", "'sim verify epoch' needs FILE", "sim verify epoch")]
    [InlineData(
        "run x --thread 3",
        "'sim run' has no option '--thread'; did you mean '--threads'?",
        "sim run"
    )]
    [InlineData("run x --set", "Required argument missing for option: '--set'.", "sim run")]
    [InlineData("run x --set a=1 --set", "--set needs key=value each time", "sim run")]
    [InlineData("run", "'sim run' needs NAME|FILE", "sim run")]
    [InlineData("show", "'sim show' needs NAME, or --schema", "sim show")]
    [InlineData("show --resolved", "'sim show' needs NAME, or --schema", "sim show")]
    [InlineData(
        "show quickstart --schema",
        "--schema stands alone: it is the same for every scenario",
        "sim show"
    )]
    [InlineData(
        "show --resolved --schema",
        "--schema stands alone: it is the same for every scenario",
        "sim show"
    )]
    [InlineData("rnu x", "'sim' has no verb 'rnu'; did you mean 'run'?", "sim")]
    [InlineData("explain kappa rho", "'sim explain' has no use for 'rho'", "sim explain")]
    [InlineData(
        "explain --jsno",
        "'sim explain' has no option '--jsno'; did you mean '--json'?",
        "sim explain"
    )]
    [InlineData(
        "explain rho --jsno",
        "'sim explain' has no option '--jsno'; did you mean '--json'?",
        "sim explain"
    )]
    public void A_wrong_command_line_is_answered_with_what_was_probably_meant(
        string line,
        string mistake,
        string verb
    )
    {
        Sim wrong = Sim.Call(line.Split(' '));

        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Out));
        Assert.StartsWith($"error: {mistake}", wrong.Error, StringComparison.Ordinal);
        Assert.EndsWith($"\nTry '{verb} --help'.\n", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, wrong.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void A_folder_has_a_name() =>
        Assert.Equal(
            new Sim(2, "", "error: --out: an empty name is no folder\nTry 'sim run --help'.\n"),
            Sim.Call("run", "quickstart", "--out", "")
        );

    [Fact]
    public void An_argument_that_starts_with_an_at_sign_names_no_file_of_arguments()
    {
        Sim at = Sim.Call("explain", "@kappa");

        Assert.Equal(2, at.ExitCode);
        Assert.StartsWith("error: the chain has no parameter '@kappa'", at.Error, StringComparison.Ordinal);
    }
}
