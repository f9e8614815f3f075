using System.CommandLine;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;
using Simulator.Core.Chain.Parameters;
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
        Option<bool> json = new("--json") { Description = "Print JSON." };
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
        if (ParameterCatalog.Find(wanted) is not { } parameter)
        {
            terminal.Error.WriteLine(
                $"error: the chain has no parameter {Show.Quoted(wanted)}{NearNames.Hint(wanted, Names())}"
            );
            terminal.Error.WriteLine("Try 'sim explain': it lists all.");
            return ExitCode.BadInput;
        }
        if (json)
        {
            Json.WriteTo(terminal.Out, ParameterText.ToJson(parameter));
        }
        else
        {
            ParameterText.WriteTo(terminal.Out, parameter);
        }
        return ExitCode.Ok;
    }

    private static int All(bool json, Terminal terminal)
    {
        if (json)
        {
            Json.WriteTo(terminal.Out, new JsonArray([.. Catalogue().Select(ParameterText.ToJson)]));
            return ExitCode.Ok;
        }
        foreach (IGrouping<string, Parameter> group in Catalogue().GroupBy(ParameterText.Group))
        {
            terminal.Out.WriteLine($"{group.Key}:");
            AlignedTable table = new();
            foreach (Parameter parameter in group)
            {
                table.Add(parameter.Name, parameter.Text(parameter.Default), parameter.Meaning);
            }
            table.WriteTo(terminal.Out, "  ");
            terminal.Out.WriteLine();
        }
        terminal.Out.WriteLine(
            "The second column is the value of a new subnet; 'sim explain NAME' says more."
        );
        return ExitCode.Ok;
    }

    private static IEnumerable<Parameter> Catalogue() =>
        [.. ParameterCatalog.Subnet, .. ParameterCatalog.Global];

    private static IEnumerable<string> Names() => Catalogue().Select(p => p.Name);
}
