using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Cli.Output;
using Simulator.Cli.Tests.Output;
using Simulator.Scenarios;

namespace Simulator.Cli.Tests;

/// <summary>docs/command-line.md names what there is, all of it and nothing else.</summary>
public sealed partial class CommandLinePageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs/command-line.md"));

    [Fact]
    public void Every_verb_has_its_row()
    {
        IEnumerable<string> verbs = CommandLine
            .Root(new Terminal(TextWriter.Null, TextWriter.Null))
            .Subcommands.SelectMany(command => Paths(command, "sim"));

        Assert.Equal(verbs.Order(), FirstCells("verb").Select(Verb).Order());
    }

    [Fact]
    public void Every_exit_code_has_its_row()
    {
        IEnumerable<string> codes = typeof(ExitCode).GetFields().Select(f => $"{f.GetRawConstantValue()}");

        Assert.Equal(codes, FirstCells("code"));
    }

    [Fact]
    public void Every_member_of_the_json_of_a_run_has_its_row() =>
        Assert.Equal(
            // That of a replay has all members.
            Members(
                RunJson.Of(
                    Runner.Run(
                        ScenarioFile.Load("yuma/case01", []),
                        cancel: TestContext.Current.CancellationToken
                    ),
                    "runs/x"
                ),
                ""
            ),
            FirstCells("member").TakeWhile(member => member != "`name`").Select(m => m.Trim('`'))
        );

    [Fact]
    public void Every_member_of_the_json_of_seeds_has_its_row() =>
        Assert.Equal(
            Members(SeedJson.Of([FinishedRun.Result], ["runs/x"], [new(1, null, new IOException())]), "")
                .Where(member => !member.StartsWith("runs[].", StringComparison.Ordinal)),
            FirstCells("field").Select(m => m.Trim('`'))
        );

    [Fact]
    public void Every_member_of_the_json_of_a_parameter_has_its_row() =>
        Assert.Equal(
            Explanation.All[0].Json.Select(member => member.Key),
            FirstCells("member")
                .SkipWhile(member => member != "`name`")
                .SelectMany(cell => cell.Split(", "))
                .Select(member => member.Trim('`'))
        );

    [Fact]
    public void Every_parameter_has_the_same_members() =>
        Assert.All(
            Explanation.All,
            e =>
                Assert.Equal(
                    Explanation.All[0].Json.Select(member => member.Key),
                    e.Json.Select(member => member.Key)
                )
        );

    /// <summary>The first cells of all tables whose first column has a heading.</summary>
    private static IEnumerable<string> FirstCells(string heading)
    {
        bool inside = false;
        foreach (string line in Page.Split('\n'))
        {
            string cell = line.StartsWith("| ", StringComparison.Ordinal) ? line.Split(" | ")[0][2..] : "";
            bool begins = cell == heading;
            inside = begins || (inside && line.StartsWith('|'));
            if (inside && !begins && cell.Length > 0)
            {
                yield return cell;
            }
        }
    }

    private static IEnumerable<string> Paths(Command command, string parent)
    {
        string path = $"{parent} {command.Name}";
        return command.Subcommands.Count == 0
            ? [path]
            : command.Subcommands.SelectMany(child => Paths(child, path));
    }

    /// <summary>The lower-case words of a call: <c>sim verify epoch</c> of <c>`sim verify epoch FILE…`</c>.</summary>
    private static string Verb(string cell) => LowerCaseWords().Match(cell).Value;

    private static IEnumerable<string> Members(JsonObject json, string prefix) =>
        json.SelectMany(member =>
            member.Value is JsonArray { Count: > 0 } list
                ? [prefix + member.Key, .. Members(list[0]!.AsObject(), $"{prefix}{member.Key}[].")]
                : (IEnumerable<string>)[prefix + member.Key]
        );

    [GeneratedRegex("sim( [a-z]+)+")]
    private static partial Regex LowerCaseWords();
}
