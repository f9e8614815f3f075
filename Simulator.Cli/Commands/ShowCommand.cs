using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios;
using Simulator.Scenarios.Files;

namespace Simulator.Cli.Commands;

/// <summary><c>sim show NAME</c>: a scenario of the library as its file has it, or with everything written out.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> name = new("NAME")
        {
            Description = "A scenario of the library; with --resolved a YAML file too.",
        };
        Option<bool> resolved = new("--resolved")
        {
            Description = "Write out all it extends and every default, as JSON, which sim reads as well.",
        };
        Command show = new(
            "show",
            "Print a scenario; 'sim show quickstart > mine.yaml' makes one of your own."
        )
        {
            name,
            resolved,
        };
        show.SetAction(parsed =>
            parsed.GetValue(resolved)
                ? Resolved(parsed.GetRequiredValue(name), terminal)
                : Text(parsed.GetRequiredValue(name), terminal)
        );
        return show;
    }

    private static int Text(string name, Terminal terminal)
    {
        if (!ScenarioFile.LibraryNames.Contains(name))
        {
            terminal.Error.WriteLine(
                $"error: the library has no scenario {Show.Quoted(name)}{NearNames.Hint(name, ScenarioFile.LibraryNames)}"
            );
            return ExitCode.BadInput;
        }
        terminal.Out.Write(ScenarioFile.LibraryText(name));
        return ExitCode.Ok;
    }

    private static int Resolved(string name, Terminal terminal)
    {
        Json.WriteTo(terminal.Out, ScenarioFile.Load(name, []).Resolved);
        return ExitCode.Ok;
    }
}
