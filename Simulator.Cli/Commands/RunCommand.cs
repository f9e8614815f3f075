using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>sim run NAME|FILE</c>: runs a scenario and keeps what it found.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = ScenarioOptions.Scenario();
        Option<ulong?> seed = ScenarioOptions.Seed();
        Option<int?> seeds = new("--seeds")
        {
            Description =
                "Run N seeds together, from the scenario's own or --seed on, and say how they vary.",
            HelpName = "N",
            CustomParser = result => ScenarioOptions.Whole(result, 1, 10_000),
        };
        Option<string[]> set = ScenarioOptions.Set();
        Option<int?> threads = ScenarioOptions.Threads();
        Option<string> backend = BackendOption.Create(
            "What computes epochs: auto takes a device where it pays, cpu none, gpu insists on one. The results are the same."
        );
        Option<string?> folder = new("--out")
        {
            Description =
                "Folder of the result; runs/SCENARIO-SEED-HASH without it. With --seeds, the folder of the results.",
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
        Option<bool> allowExternal = Switch(
            "--allow-external",
            "Start the programs and ask the local endpoints that the scenario names as models."
        );
        Option<string?> replayExternal = new("--replay-external")
        {
            Description = "Answer in place of such models from a result folder, or its external.jsonl.",
            HelpName = "DIR|FILE",
        };
        Command run = new("run", "Run a scenario, keep its result and say whether it met its expectations.")
        {
            scenario,
            seed,
            seeds,
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
            allowExternal,
            replayExternal,
        };
        run.SetAction(parsed =>
        {
            RunRequest request = new()
            {
                Scenario = parsed.GetRequiredValue(scenario),
                Sets = parsed.GetRequiredValue(set),
                Seed = parsed.GetValue(seed),
                Seeds = parsed.GetValue(seeds),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                Backend = BackendOption.Value(parsed, backend),
                Folder = parsed.GetValue(folder),
                Force = parsed.GetValue(force),
                Quiet = parsed.GetValue(quiet),
                Json = parsed.GetValue(json),
                Csv = parsed.GetValue(csv),
                Weights = parsed.GetValue(weights),
                Report = !parsed.GetValue(noReport),
                AllowExternal = parsed.GetValue(allowExternal),
                ReplayExternal = parsed.GetValue(replayExternal),
            };
            return request.Seeds is { } count
                ? new SeedRuns(request, count, terminal).Run()
                : new ScenarioRun(request, terminal).Run();
        });
        return run;
    }

    private static Option<bool> Switch(string name, string description) =>
        new(name) { Description = description };
}
