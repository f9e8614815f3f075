using System.CommandLine;
using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Scenarios;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Profiles;

namespace Simulator.Cli.Commands;

/// <summary><c>sim profile NAME|FILE --out CURVES</c>: fits learning curves to the models of a full run, for runs that train none.</summary>
internal static class ProfileCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = ScenarioOptions.Scenario();
        Option<string> output = new("--out", "-o")
        {
            Description =
                "The file of learning curves to write; scenarios beside it name it as fidelity.profile.",
            HelpName = "FILE",
            Required = true,
        };
        Option<ulong?> seed = ScenarioOptions.Seed();
        Option<string[]> set = ScenarioOptions.Set();
        Option<int?> threads = ScenarioOptions.Threads();
        Option<bool> quiet = new("--quiet") { Description = "Show no progress." };
        Option<bool> allowExternal = new("--allow-external")
        {
            Description = "Start the programs and ask the local endpoints that the scenario names as models.",
        };
        output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is "")
            {
                result.AddError("--out: an empty name is no file");
            }
        });
        Command profile = new(
            "profile",
            "Run a scenario in full, and fit learning curves that later runs follow without training."
        )
        {
            scenario,
            output,
            seed,
            set,
            threads,
            quiet,
            allowExternal,
        };
        profile.SetAction(parsed =>
        {
            RunRequest request = new()
            {
                Scenario = parsed.GetRequiredValue(scenario),
                // The run to fit is a full one, also where the scenario goes on to name its own curves.
                Sets = [.. parsed.GetRequiredValue(set), "fidelity=full"],
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                Backend = default,
                Quiet = parsed.GetValue(quiet),
                AllowExternal = parsed.GetValue(allowExternal),
            };
            return Run(request, parsed.GetRequiredValue(output), terminal);
        });
        return profile;
    }

    private static int Run(RunRequest request, string output, Terminal terminal)
    {
        Scenario scenario = ScenarioFile.Load(request.Scenario, request.Sets, request.Seed);
        terminal.WriteNotes(scenario);
        if (ProfileRun.Refusal(scenario) is { } refusal)
        {
            throw new InputException(refusal);
        }
        CheckTarget(output, request.Scenario);
        using ExternalModels? outside = OutsideModels.Open(request, scenario);
        if (Fit(request, outside is null ? scenario : scenario.With(outside), terminal) is not { } book)
        {
            terminal.Error.WriteLine($"{scenario.Name}: interrupted; no curves were written");
            return ExitCode.Interrupted;
        }
        OutsideModels.WriteFailures(outside, terminal.Error);
        string sha256 = CurveFile.Write(output, book);
        CurveSummary.WriteTo(terminal.Out, book);
        terminal.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"written: {output}, sha256 {sha256}")
        );
        terminal.Out.WriteLine(
            $"a scenario beside it follows the curves with 'fidelity: {{ profile: {Path.GetFileName(output)} }}'"
        );
        return ExitCode.Ok;
    }

    private static CurveBook? Fit(RunRequest request, Scenario scenario, Terminal terminal)
    {
        using Interruption interruption = new(terminal);
        CurveBook? Work(IProgress<int>? progress) =>
            ProfileRun.Of(scenario, request.Threads, progress, interruption.Token);
        return request.Quiet ? Work(null) : RunProgress.Watch(terminal, scenario.Name, scenario.Epochs, Work);
    }

    private static void CheckTarget(string output, string scenario)
    {
        if (Path.GetFullPath(output) == Path.GetFullPath(scenario))
        {
            throw new InputException($"--out: {output} is the scenario itself; name another file");
        }
        if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
        {
            throw new InputException($"--out: {folder} is no folder");
        }
    }
}
