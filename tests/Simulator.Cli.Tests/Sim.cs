namespace Simulator.Cli.Tests;

/// <summary>One call of <c>sim</c> within this process, and what came of it.</summary>
internal sealed record Sim(int ExitCode, string Out, string Error)
{
    public static Sim Call(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int code = CommandLine.Run(args, new Terminal(output, error));
        return new(code, output.ToString(), error.ToString());
    }
}
