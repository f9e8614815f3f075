using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Core.Consensus.Execution;
using Simulator.Scenarios;
using Simulator.Scenarios.Reports;
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
        string folder =
            request.Folder ?? ResultStore.DefaultFolder(scenario.Name, scenario.Seed, scenario.PlanHash);
        FolderLook look = Look(folder, scenario);
        return look.State == FolderState.Complete && !request.Force
            ? Reuse(folder)
            : RunAnew(scenario, folder);
    }

    private FolderLook Look(string folder, Scenario scenario)
    {
        try
        {
            FolderLook look = ResultStore.Look(
                folder,
                scenario.Seed,
                scenario.PlanHash,
                request.Weights,
                request.Csv
            );
            return look.State != FolderState.Taken || request.Force
                ? look
                : throw new InputException(
                    $"{folder} {look.Found}; name another folder with --out, or replace it with --force"
                );
        }
        catch (ResultException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    private int Reuse(string folder)
    {
        RunResult result = Stored(folder);
        if (request.Report && !File.Exists(ReportOf(folder)))
        {
            ResultStore.WriteReport(folder, RunReport.Html(result));
        }
        terminal.Error.WriteLine($"{folder} holds this run already; --force runs it again");
        return Tell(result, folder);
    }

    /// <summary>Reads all of the result that is there: a look reads its manifest, not its tables.</summary>
    private static RunResult Stored(string folder)
    {
        try
        {
            return ResultStore.Read(folder).Result;
        }
        catch (ResultException e)
        {
            throw new InputException(
                $"{e.Message}; name another folder with --out, or run it again with --force",
                e
            );
        }
    }

    private int RunAnew(Scenario scenario, string folder)
    {
        using EpochExecutions executions = new(request.Backend);
        MakeFolder(folder);
        RunClock clock = new(TimeProvider.System);
        RunResult result = Simulate(scenario, executions);
        RunTimes times = clock.Stop();
        ResultOptions options = new()
        {
            Force = request.Force,
            Csv = request.Csv,
            Report = request.Report ? RunReport.Html(result) : null,
        };
        ResultStore.Write(folder, result, times, options);
        WriteEnd(result, scenario.Epochs, times);
        return Tell(result, folder);
    }

    /// <summary>Makes the folder before the run: one that cannot be made must not cost a run.</summary>
    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{folder} cannot be made: {e.Message}", e);
        }
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

    private int Tell(RunResult result, string folder)
    {
        if (request.Json)
        {
            Json.WriteTo(terminal.Out, RunJson.Of(result, folder));
        }
        else
        {
            RunSummary.WriteTo(terminal.Out, result);
            terminal.Out.WriteLine($"result  {folder}");
            if (File.Exists(ReportOf(folder)))
            {
                terminal.Out.WriteLine($"report  {ReportOf(folder)}");
            }
        }
        return result.Status == RunStatus.Partial ? ExitCode.Interrupted
            : result.Expectations.Any(e => e.Outcome == Outcome.Missed) ? ExitCode.Missed
            : ExitCode.Ok;
    }

    private static string ReportOf(string folder) => Path.Combine(folder, ResultFiles.Report);
}
