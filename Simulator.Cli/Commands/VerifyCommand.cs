using System.CommandLine;
using Simulator.Core.Consensus.Execution;
using Simulator.Scenarios.Verification;
using Simulator.Scenarios.Verification.Yuma;

namespace Simulator.Cli.Commands;

/// <summary><c>sim verify</c>: recomputes epochs and compares them with what the chain or a paper's code gave.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal) =>
        new("verify", "Compare computations with those of others.") { Epoch(terminal), Yuma(terminal) };

    private static Command Epoch(Terminal terminal)
    {
        Argument<string[]> files = new("FILE")
        {
            Description = "Vector files, .jsonl or .jsonl.gz, in the schema of the chain's golden epochs.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> backend = BackendOption.Create(
            "What computes: auto the plain reference with its intermediate results, cpu the widest vectors, gpu a device."
        );
        Command epoch = new("epoch", "Recompute epochs bit for bit. Exit code 0: all agree, 10: some differ.")
        {
            files,
            backend,
        };
        epoch.SetAction(parsed =>
        {
            EpochVerificationReport report = VerifyEpochs(
                parsed.GetRequiredValue(files),
                BackendOption.Value(parsed, backend)
            );
            report.WriteTo(terminal.Out, terminal.Error);
            return report.ExitCode;
        });
        return epoch;
    }

    private static EpochVerificationReport VerifyEpochs(string[] files, Backend backend)
    {
        if (backend == Backend.Auto)
        {
            return EpochVerification.Run(files);
        }
        using EpochExecutions executions = new(backend);
        return EpochVerification.Run(files, executions.New());
    }

    private static Command Yuma(Terminal terminal)
    {
        Argument<string> folder = new("DIR")
        {
            Description =
                "A folder of golden tables of the Yuma variants: cases, paramsets.json, builtin, random and their sums.",
        };
        Option<bool> single = new("--f32")
        {
            Description = "Compare the tables in single precision, outside the epochs that they flag.",
        };
        Command yuma = new(
            "yuma",
            "Recompute the paper rules at 1e-9, or 2e-6. Exit code 0: all agree, 10: some differ."
        )
        {
            folder,
            single,
        };
        yuma.SetAction(parsed =>
        {
            YumaVerificationReport report = YumaVerification.Run(
                parsed.GetRequiredValue(folder),
                parsed.GetValue(single)
            );
            report.WriteTo(terminal.Out, terminal.Error);
            return report.ExitCode;
        });
        return yuma;
    }
}
