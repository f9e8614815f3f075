using System.CommandLine;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Doctor;
using Simulator.Scenarios.Verification;

namespace Simulator.Cli.Commands;

/// <summary><c>sim doctor</c>: what the machine has, whether it computes the same bits every way, and how fast.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> backend = BackendOption.Create(
            "What must be there: auto takes a device if there is one, gpu insists on it."
        );
        Option<bool> full = new("--full")
        {
            Description = "Compare golden data on every execution too, and measure epochs in batches.",
        };
        Option<string?> golden = new("--golden")
        {
            Description =
                "With --full: folder of golden data; without it what SIM_GOLDEN names, or tests/vectors around here.",
            HelpName = "DIR",
        };
        Command doctor = new(
            "doctor",
            "Show runtime, processor and devices, and compare every execution bit for bit. Exit code 10: some differ."
        )
        {
            backend,
            full,
            golden,
        };
        doctor.SetAction(parsed =>
            Run(
                BackendOption.Value(parsed, backend),
                parsed.GetValue(full),
                parsed.GetValue(golden),
                terminal.Out.WriteLine
            )
                ? ExitCode.Ok
                : ExitCode.Missed
        );
        return doctor;
    }

    private static bool Run(Backend backend, bool full, string? golden, Action<string> write)
    {
        if (!full)
        {
            return Examination.Run(backend, write);
        }
        string? folder = GoldenFolderChoice.Find(golden);
        bool agrees = Examination.Run(backend, write);
        write("");
        if (folder is null)
        {
            write("goldens    none: name a folder with --golden or SIM_GOLDEN");
        }
        else
        {
            agrees &= GoldenExamination.Run(folder, backend, write);
        }
        write("");
        SpeedTable.Write(backend, write);
        return agrees;
    }
}
