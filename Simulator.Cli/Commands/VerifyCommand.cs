using System.CommandLine;
using Simulator.Scenarios.Verification;

namespace Simulator.Cli.Commands;

/// <summary><c>sim verify epoch FILE…</c>: recomputes epochs and compares them with what the chain gave.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal) =>
        new("verify", "Compare computations with those of the chain.") { Epoch(terminal) };

    private static Command Epoch(Terminal terminal)
    {
        Argument<string[]> files = new("FILE")
        {
            Description = "Vector files, .jsonl or .jsonl.gz, in the schema of the chain's golden epochs.",
            Arity = ArgumentArity.OneOrMore,
        };
        Command epoch = new("epoch", "Recompute epochs bit for bit. Exit code 0: all agree, 10: some differ.")
        {
            files,
        };
        epoch.SetAction(parsed => Run(parsed.GetRequiredValue(files), terminal));
        return epoch;
    }

    private static int Run(string[] files, Terminal terminal)
    {
        EpochVerificationReport report = EpochVerification.Run(files);
        report.WriteTo(terminal.Out, terminal.Error);
        return report.ExitCode;
    }
}
