using Simulator.Scenarios;
using Simulator.Scenarios.Externals;

namespace Simulator.Cli.Commands;

/// <summary>The models outside the simulator that a run asks, as far as the command line agrees.</summary>
internal static class OutsideModels
{
    /// <summary>Opens them; null where the scenario asks none.</summary>
    /// <exception cref="InputException">The command line does not agree, or they cannot be asked.</exception>
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
                : throw new InputException(Refusal(scenario));
        }
        catch (ExternalException e)
        {
            throw new InputException(e.Message, e);
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
