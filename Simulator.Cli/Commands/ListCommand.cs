using System.CommandLine;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>sim list</c>: the scenarios of the library with their questions.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<bool> json = ScenarioOptions.Json();
        Command list = new("list", "List the scenarios of the library.") { json };
        list.SetAction(parsed => Run(parsed.GetValue(json), terminal));
        return list;
    }

    private static int Run(bool json, Terminal terminal)
    {
        IEnumerable<Scenario> library = ScenarioFile.LibraryNames.Select(name => ScenarioFile.Load(name, []));
        if (json)
        {
            Json.WriteTo(terminal.Out, new JsonArray([.. library.Select(ToJson)]));
            return ExitCode.Ok;
        }
        AlignedTable table = new();
        foreach (Scenario scenario in library)
        {
            table.Add(scenario.Name, scenario.Question);
        }
        table.WriteTo(terminal.Out);
        return ExitCode.Ok;
    }

    private static JsonNode ToJson(Scenario scenario) =>
        new JsonObject
        {
            ["name"] = scenario.Name,
            ["question"] = scenario.Question,
            ["seed"] = scenario.Seed,
            ["epochs"] = scenario.Epochs,
        };
}
