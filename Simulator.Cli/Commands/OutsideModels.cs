using Simulator.Scenarios;
using Simulator.Scenarios.Externals;

namespace Simulator.Cli.Commands;

/// <summary>The models outside the simulator that a run asks, as far as the command line agrees.</summary>
internal static class OutsideModels
{
    /// <summary>Opens them; null where the scenario asks none, or the command line does not agree.</summary>
    /// <exception cref="InputException">They cannot be asked, or a recording cannot be read.</exception>
    public static ExternalModels? Open(RunRequest request, Scenario scenario)
    {
        if (scenario.External.IsEmpty)
        {
            return request.ReplayExternal is null
                ? null
                : throw new InputException($"--replay-external: {scenario.Name} asks no external models");
        }
        try
        {
            return request.ReplayExternal is { } recording ? ExternalModels.Replayed(scenario, recording)
                : request.AllowExternal ? ExternalModels.Live(scenario)
                : null;
        }
        catch (ExternalException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    /// <summary>Checks that a run with them may start, and that it replaces no answers that only its folder has.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="models">What was opened.</param>
    /// <param name="folder">Where the result is to go.</param>
    /// <exception cref="InputException">It may not.</exception>
    public static void CheckMayRun(Scenario scenario, ExternalModels? models, RunFolder folder)
    {
        if (models is null && !scenario.External.IsEmpty)
        {
            throw new InputException(Refusal(scenario));
        }
        if (folder.HoldsRun)
        {
            throw new InputException(
                $"{folder.Path} holds a run of this scenario already, with answers from outside of its own; name another folder with --out, or replace it with --force"
            );
        }
    }

    /// <summary>Tells which answers failed.</summary>
    public static void WriteFailures(ExternalModels? models, TextWriter error)
    {
        foreach (ExternalFailures failures in models?.Failures ?? [])
        {
            error.WriteLine($"external model of {failures}");
        }
    }

    private static string Refusal(Scenario scenario) =>
        string.Join(
            '\n',
            (string[])
                [
                    $"{scenario.Name} asks models outside the simulator; nothing was started. With --allow-external it would",
                    .. scenario.External.Select(program => $"  {program}"),
                ]
        );
}
