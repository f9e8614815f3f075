using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios;
using Simulator.Scenarios.Files;

namespace Simulator.Cli.Commands;

/// <summary><c>sim show NAME</c>: a scenario of the library as its file has it, or with everything written out; or the schema.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> name = new("NAME")
        {
            Description = "A scenario of the library; with --resolved a YAML file too.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> resolved = new("--resolved")
        {
            Description = "Write out all it extends and every default, as JSON, which sim reads as well.",
        };
        Option<bool> schema = new("--schema")
        {
            Description = "Print the JSON Schema of scenario files, for editors, and no scenario.",
        };
        Command show = new(
            "show",
            "Print a scenario; 'sim show quickstart > mine.yaml' makes one of your own."
        )
        {
            name,
            resolved,
            schema,
        };
        show.Validators.Add(result =>
        {
            bool named = result.GetResult(name) is { Tokens.Count: > 0 };
            if (!result.GetValue(schema) && !named)
            {
                result.AddError("'sim show' needs NAME, or --schema");
            }
            else if (result.GetValue(schema) && (named || result.GetValue(resolved)))
            {
                result.AddError("--schema stands alone: it is the same for every scenario");
            }
        });
        show.SetAction(parsed =>
            parsed.GetValue(name) is not { } wanted ? Schema(terminal)
            : parsed.GetValue(resolved) ? Resolved(wanted, terminal)
            : Text(wanted, terminal)
        );
        return show;
    }

    private static int Schema(Terminal terminal)
    {
        terminal.Out.Write(ScenarioFile.Schema());
        return ExitCode.Ok;
    }

    private static int Text(string name, Terminal terminal)
    {
        if (!ScenarioFile.LibraryNames.Contains(name))
        {
            throw new InputException(
                $"the library has no scenario {Show.Quoted(name)}{NearNames.Hint(name, ScenarioFile.LibraryNames)}"
            );
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
