using Simulator.Scenarios;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Commands;

/// <summary>The folder that a run's result goes to, or lies in already.</summary>
internal sealed class RunFolder
{
    private readonly RunRequest _request;

    /// <summary>Looks at a folder; nothing is changed.</summary>
    /// <param name="request">What the command line asks.</param>
    /// <param name="scenario">The scenario, with the run's seed.</param>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">It holds something else, or cannot be looked at.</exception>
    public RunFolder(RunRequest request, Scenario scenario, string path)
    {
        (_request, Path) = (request, path);
        HoldsRun = Look(scenario).State == FolderState.Complete && !request.Force;
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Whether the run's result lies there and is good enough.</summary>
    public bool HoldsRun { get; }

    /// <summary>Path of the report.</summary>
    public string Report => System.IO.Path.Combine(Path, ResultFiles.Report);

    /// <summary>Makes the folder before the run: one that cannot be made must not cost a run.</summary>
    /// <exception cref="RunFailedException">It cannot be made.</exception>
    public void Make()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{Path} cannot be made: {e.Message}", e);
        }
    }

    /// <summary>Reads all of the result that is there, and writes its report where it is asked for and missing.</summary>
    /// <exception cref="InputException">It is damaged: a look reads its manifest, not its tables.</exception>
    public RunResult Read()
    {
        RunResult result = Stored();
        if (_request.Report && !File.Exists(Report))
        {
            ResultStore.WriteReport(Path, RunReport.Html(result));
        }
        return result;
    }

    /// <summary>Writes a result.</summary>
    public void Write(RunResult result, RunTimes times)
    {
        ResultOptions options = new()
        {
            Force = _request.Force,
            Csv = _request.Csv,
            Report = _request.Report ? RunReport.Html(result) : null,
        };
        ResultStore.Write(Path, result, times, options);
    }

    private FolderLook Look(Scenario scenario)
    {
        try
        {
            FolderLook look = ResultStore.Look(
                Path,
                scenario.Seed,
                scenario.PlanHash,
                _request.Weights,
                _request.Csv
            );
            return look.State != FolderState.Taken || _request.Force
                ? look
                : throw new InputException(
                    $"{Path} {look.Found}; name another folder with --out, or replace it with --force"
                );
        }
        catch (ResultException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    private RunResult Stored()
    {
        try
        {
            return ResultStore.Read(Path).Result;
        }
        catch (ResultException e)
        {
            throw new InputException(
                $"{e.Message}; name another folder with --out, or run it again with --force",
                e
            );
        }
    }
}
