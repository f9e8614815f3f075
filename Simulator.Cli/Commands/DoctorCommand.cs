using System.CommandLine;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Doctor;

namespace Simulator.Cli.Commands;

/// <summary><c>sim doctor</c>: what the machine has, and whether it computes the same bits every way.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> backend = BackendOption.Create(
            "What must be there: auto takes a device if there is one, gpu insists on it."
        );
        Command doctor = new(
            "doctor",
            "Show runtime, processor and devices, and compare every execution bit for bit. Exit code 10: some differ."
        )
        {
            backend,
        };
        doctor.SetAction(parsed => Run(BackendOption.Value(parsed, backend), terminal));
        return doctor;
    }

    private static int Run(Backend backend, Terminal terminal) =>
        Examination.Run(backend, terminal.Out.WriteLine) ? ExitCode.Ok : ExitCode.Missed;
}
