using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Core.Consensus.Execution;
using Simulator.Scenarios;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Commands;

/// <summary>One call of <c>sim run</c>: reuse the result that is there, or run and keep it.</summary>
internal sealed class ScenarioRun(RunRequest request, Terminal terminal)
{
    /// <summary>Runs, and says how it went.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        Scenario scenario = ScenarioFile.Load(request.Scenario, request.Sets, request.Seed);
        terminal.WriteNotes(scenario);
        // Before a look at what is there: a device that is asked for and missing is an error in any case.
        using EpochExecutions executions = new(request.Backend);
        using ExternalModels? outside = OutsideModels.Open(request, scenario);
        RunFolder folder = new(request, scenario, request.Folder ?? UsualFolder(scenario));
        if (folder.HoldsRun && outside is null)
        {
            return Reuse(folder);
        }
        OutsideModels.CheckMayRun(scenario, outside, folder);
        return RunAnew(scenario, folder, executions, outside);
    }

    // A replay stands beside what it is held against.
    private string UsualFolder(Scenario scenario) =>
        ResultStore.DefaultFolder(scenario.Name, scenario.Seed, scenario.PlanHash)
        + (request.ReplayExternal is null ? "" : "-replay");

    private int Reuse(RunFolder folder)
    {
        RunResult result = folder.Read();
        terminal.Error.WriteLine($"{folder.Path} holds this run already; --force runs it again");
        return Tell(result, folder);
    }

    private int RunAnew(
        Scenario scenario,
        RunFolder folder,
        EpochExecutions executions,
        ExternalModels? outside
    )
    {
        folder.Make();
        RunClock clock = new(TimeProvider.System);
        RunResult result = Simulate(outside is null ? scenario : scenario.With(outside), executions);
        RunTimes times = clock.Stop();
        folder.Write(result, times);
        WriteEnd(result, scenario.Epochs, times);
        OutsideModels.WriteFailures(outside, terminal.Error);
        return Tell(result, folder);
    }

    private RunResult Simulate(Scenario scenario, EpochExecutions executions)
    {
        using Interruption interruption = new(terminal);
        RunResult Work(IProgress<int>? progress) =>
            Runner.Run(scenario, request.Threads, request.Weights, progress, executions, interruption.Token);
        return request.Quiet ? Work(null) : RunProgress.Watch(terminal, scenario.Name, scenario.Epochs, Work);
    }

    private void WriteEnd(RunResult result, int planned, RunTimes times)
    {
        string end = result.Status == RunStatus.Partial ? "interrupted after" : "done:";
        if (result.Status == RunStatus.Partial || !request.Quiet)
        {
            terminal.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Scenario}: {end} {result.Epochs} of {planned} epochs in {times.Seconds:F1} s"
                )
            );
        }
    }

    private int Tell(RunResult result, RunFolder folder)
    {
        if (request.Json)
        {
            Json.WriteTo(terminal.Out, RunJson.Of(result, folder.Path));
        }
        else
        {
            RunSummary.WriteTo(terminal.Out, result);
            terminal.Out.WriteLine($"result  {folder.Path}");
            if (File.Exists(folder.Report))
            {
                terminal.Out.WriteLine($"report  {folder.Report}");
            }
        }
        return result.Status == RunStatus.Partial ? ExitCode.Interrupted
            : result.Expectations.Any(e => e.Outcome == Outcome.Missed) ? ExitCode.Missed
            : ExitCode.Ok;
    }
}
