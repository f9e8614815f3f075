using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Core.Consensus.Execution;
using Simulator.Scenarios;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Commands;

/// <summary>One call of <c>sim run --seeds N</c>: the seeds whose results are not there yet run together.</summary>
internal sealed class SeedRuns(RunRequest request, int count, Terminal terminal)
{
    private readonly List<SeedOutcome> _failed = [];

    /// <summary>Runs, and says how the seeds vary.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        Scenario[] scenarios = Load();
        using EpochExecutions executions = new(request.Backend); // a device that is missing is an error in any case
        terminal.WriteNotes(scenarios[0]);
        RunFolder[] folders = [.. scenarios.Select(s => new RunFolder(request, s, PathOf(s)))];
        int[] missing = [.. Enumerable.Range(0, count).Where(k => !folders[k].HoldsRun)];
        if (missing.Length < count)
        {
            terminal.Error.WriteLine(
                Text($"{count - missing.Length} of {count} seeds are there already; --force runs them again")
            );
        }
        if (missing.Length > 0)
        {
            RunAnew([.. missing.Select(k => scenarios[k])], [.. missing.Select(k => folders[k])]);
        }
        HashSet<ulong> failed = [.. _failed.Select(outcome => outcome.Seed)];
        return Tell([.. folders.Where((_, k) => !failed.Contains(scenarios[k].Seed))]);
    }

    private Scenario[] Load()
    {
        Scenario first = ScenarioFile.Load(request.Scenario, request.Sets, request.Seed);
        if (first.Retention is not null)
        {
            throw new InputException(
                $"--seeds: {first.Name} is a retention map, whose draws are its own (retention.draws)"
            );
        }
        if (first.Replay is not null)
        {
            throw new InputException($"--seeds: {first.Name} is a replay, in which nothing is drawn");
        }
        if (!first.External.IsEmpty)
        {
            throw new InputException(
                $"--seeds: {first.Name} asks external models, one thing at a time; run its seeds one by one with --seed"
            );
        }
        if (first.Seed > ulong.MaxValue - (ulong)(count - 1))
        {
            throw new InputException(Text($"--seeds: there are no {count} seeds from {first.Seed} on"));
        }
        return
        [
            first,
            .. Enumerable
                .Range(1, count - 1)
                .Select(k => ScenarioFile.Load(request.Scenario, request.Sets, first.Seed + (ulong)k)),
        ];
    }

    private string PathOf(Scenario scenario)
    {
        string usual = ResultStore.DefaultFolder(scenario.Name, scenario.Seed, scenario.PlanHash);
        return request.Folder is { } folder ? Path.Combine(folder, Path.GetFileName(usual)) : usual;
    }

    private void RunAnew(Scenario[] scenarios, RunFolder[] folders)
    {
        Array.ForEach(folders, folder => folder.Make());
        RunClock clock = new(TimeProvider.System);
        IReadOnlyList<SeedOutcome> outcomes = Simulate(scenarios);
        RunTimes times = clock.Stop();
        for (int k = 0; k < folders.Length; k++)
        {
            if (outcomes[k].Result is { } result)
            {
                folders[k].Write(result, times);
            }
            else
            {
                _failed.Add(outcomes[k]);
            }
        }
        if (!request.Quiet)
        {
            terminal.Error.WriteLine(
                Text(
                    $"{scenarios[0].Name}: {outcomes.Count - _failed.Count} of {outcomes.Count} seeds in {times.Seconds:F1} s"
                )
            );
        }
    }

    private IReadOnlyList<SeedOutcome> Simulate(Scenario[] scenarios)
    {
        using Interruption interruption = new(terminal);
        IReadOnlyList<SeedOutcome> Work(IProgress<int>? progress) =>
            SeedRunner.Run(
                scenarios,
                request.Threads,
                request.Weights,
                progress,
                request.Backend,
                interruption.Token
            );
        int epochs = (int)Math.Min((long)scenarios.Length * scenarios[0].Epochs, int.MaxValue);
        return request.Quiet
            ? Work(null)
            : RunProgress.Watch(
                terminal,
                Text($"{scenarios[0].Name}, {scenarios.Length} seeds"),
                epochs,
                Work
            );
    }

    private int Tell(RunFolder[] folders)
    {
        RunResult[] results = Array.ConvertAll(folders, folder => folder.Read());
        string[] paths = Array.ConvertAll(folders, folder => folder.Path);
        if (request.Json)
        {
            Json.WriteTo(terminal.Out, SeedJson.Of(results, paths, _failed));
        }
        else if (results.Length > 0)
        {
            SeedSummary.WriteTo(terminal.Out, results);
            foreach (string path in paths)
            {
                terminal.Out.WriteLine($"result  {path}");
            }
        }
        foreach (SeedOutcome outcome in _failed)
        {
            terminal.Error.WriteLine(
                Text(
                    $"error: seed {outcome.Seed}: the run failed: {outcome.Fault!.Message.ReplaceLineEndings(" ")}"
                )
            );
        }
        return _failed.Count > 0 ? ExitCode.RunFailed
            : results.Any(run => run.Status == RunStatus.Partial) ? ExitCode.Interrupted
            : results.Any(run => run.Expectations.Any(e => e.Outcome == Outcome.Missed)) ? ExitCode.Missed
            : ExitCode.Ok;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
