using System.CommandLine;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;

namespace Simulator.Cli.Commands;

/// <summary><c>sim explain [NAME]</c>: what a parameter of the chain means and what it may be.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> name = new("NAME")
        {
            Description = "The chain's name of a parameter, such as kappa; all of them without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> json = ScenarioOptions.Json();
        Command explain = new("explain", "Say what a parameter of the chain means.") { name, json };
        explain.SetAction(parsed =>
            parsed.GetValue(name) is { } wanted
                ? One(wanted, parsed.GetValue(json), terminal)
                : All(parsed.GetValue(json), terminal)
        );
        return explain;
    }

    private static int One(string wanted, bool json, Terminal terminal)
    {
        // Scenario files and their messages write subnet.kappa.
        if (
            Explanation.All.FirstOrDefault(e => e.Name == wanted || $"{e.Json["of"]}.{e.Name}" == wanted)
            is not { } explanation
        )
        {
            string hint = NearNames.Hint(wanted, Explanation.All.Select(e => e.Name));
            terminal.Error.WriteLine($"error: the chain has no parameter {Show.Quoted(wanted)}{hint}");
            terminal.Error.WriteLine("Try 'sim explain': it lists all.");
            return ExitCode.BadInput;
        }
        if (json)
        {
            Json.WriteTo(terminal.Out, explanation.Json);
        }
        else
        {
            explanation.WriteTo(terminal.Out);
        }
        return ExitCode.Ok;
    }

    private static int All(bool json, Terminal terminal)
    {
        if (json)
        {
            Json.WriteTo(terminal.Out, new JsonArray([.. Explanation.All.Select(e => e.Json.DeepClone())]));
            return ExitCode.Ok;
        }
        foreach (IGrouping<string, Explanation> group in Explanation.All.GroupBy(e => e.Group))
        {
            terminal.Out.WriteLine($"{group.Key}:");
            AlignedTable table = new();
            foreach (Explanation explanation in group)
            {
                table.Add(explanation.Name, explanation.Default, explanation.Meaning);
            }
            table.WriteTo(terminal.Out, "  ");
            terminal.Out.WriteLine();
        }
        terminal.Out.WriteLine(
            "The second column is the value of a new subnet; 'sim explain NAME' says more."
        );
        return ExitCode.Ok;
    }
}
