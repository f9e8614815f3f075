using System.CommandLine;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Doctor;

namespace Simulator.Cli.Commands;

/// <summary><c>sim doctor</c>: what the machine has, and whether it computes the same bits every way.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> backend = new("--backend")
        {
            Description = "What must be there: auto takes a device if there is one, gpu insists on it.",
            HelpName = "auto|cpu|gpu",
            DefaultValueFactory = _ => "auto",
        };
        backend.AcceptOnlyFromAmong("auto", "cpu", "gpu");
        Command doctor = new(
            "doctor",
            "Show runtime, processor and devices, and compare every execution bit for bit. Exit code 10: some differ."
        )
        {
            backend,
        };
        doctor.SetAction(parsed => Run(parsed.GetRequiredValue(backend), terminal));
        return doctor;
    }

    private static int Run(string backend, Terminal terminal) =>
        Examination.Run(Enum.Parse<Backend>(backend, ignoreCase: true), terminal.Out.WriteLine)
            ? ExitCode.Ok
            : ExitCode.Missed;
}
