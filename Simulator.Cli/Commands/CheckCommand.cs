using System.CommandLine;
using System.Globalization;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>sim check NAME|FILE</c>: every mistake of a scenario, without running it.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = ScenarioOptions.Scenario();
        Option<string[]> set = ScenarioOptions.Set();
        Option<ulong?> seed = ScenarioOptions.Seed();
        Command check = new("check", "Find every mistake of a scenario without running it.")
        {
            scenario,
            set,
            seed,
        };
        check.SetAction(parsed =>
            Run(
                ScenarioFile.Load(
                    parsed.GetRequiredValue(scenario),
                    parsed.GetRequiredValue(set),
                    parsed.GetValue(seed)
                ),
                terminal
            )
        );
        return check;
    }

    private static int Run(Scenario scenario, Terminal terminal)
    {
        terminal.WriteNotes(scenario);
        terminal.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{scenario.Name}: no mistakes; seed {scenario.Seed}, {scenario.Epochs} epochs, plan {scenario.PlanHash}"
            )
        );
        return ExitCode.Ok;
    }
}
