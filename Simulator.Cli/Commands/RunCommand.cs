using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>sim run NAME|FILE</c>: runs a scenario and keeps what it found.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = ScenarioOptions.Scenario();
        Option<ulong?> seed = ScenarioOptions.Seed();
        Option<string[]> set = ScenarioOptions.Set();
        Option<int?> threads = ScenarioOptions.Threads();
        Option<string> backend = BackendOption.Create(
            "What computes epochs: auto takes a device where it pays, cpu none, gpu insists on one. The results are the same."
        );
        Option<string?> folder = new("--out")
        {
            Description = "Folder of the result; runs/SCENARIO-SEED-HASH without it.",
            HelpName = "DIR",
        };
        folder.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is "")
            {
                result.AddError("--out: an empty name is no folder");
            }
        });
        Option<bool> force = Switch("--force", "Run again, and replace whatever result the folder holds.");
        Option<bool> quiet = Switch("--quiet", "Show no progress.");
        Option<bool> json = ScenarioOptions.Json();
        Option<bool> csv = Switch("--csv", "Write every table as CSV too.");
        Option<bool> weights = Switch("--weights", "Keep the weights and bonds of every epoch.");
        Option<bool> noReport = Switch("--no-report", "Write no report.html.");
        Command run = new("run", "Run a scenario, keep its result and say whether it met its expectations.")
        {
            scenario,
            seed,
            set,
            threads,
            backend,
            folder,
            force,
            quiet,
            json,
            csv,
            weights,
            noReport,
        };
        run.SetAction(parsed =>
            new ScenarioRun(
                new RunRequest
                {
                    Scenario = parsed.GetRequiredValue(scenario),
                    Sets = parsed.GetRequiredValue(set),
                    Seed = parsed.GetValue(seed),
                    Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                    Backend = BackendOption.Value(parsed, backend),
                    Folder = parsed.GetValue(folder),
                    Force = parsed.GetValue(force),
                    Quiet = parsed.GetValue(quiet),
                    Json = parsed.GetValue(json),
                    Csv = parsed.GetValue(csv),
                    Weights = parsed.GetValue(weights),
                    Report = !parsed.GetValue(noReport),
                },
                terminal
            ).Run()
        );
        return run;
    }

    private static Option<bool> Switch(string name, string description) =>
        new(name) { Description = description };
}
