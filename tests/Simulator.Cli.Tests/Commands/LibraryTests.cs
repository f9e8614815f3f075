using System.Text.Json.Nodes;
using Simulator.Scenarios;

namespace Simulator.Cli.Tests.Commands;

/// <summary><c>sim list</c>, <c>sim show</c> and <c>sim check</c>.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-library-");

    public static TheoryData<string> Names => [.. ScenarioFile.LibraryNames];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_scenario_of_the_library_is_listed_with_its_question()
    {
        Sim list = Sim.Call("list");

        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Equal(ScenarioFile.LibraryNames, Lines(list.Out).Select(line => line.Split(' ')[0]));
        Assert.All(Lines(list.Out), line => Assert.EndsWith("?", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_as_json_has_name_question_seed_and_epochs()
    {
        JsonArray list = JsonNode.Parse(Sim.Call("list", "--json").Out)!.AsArray();

        Scenario quickstart = ScenarioFile.Load("quickstart", []);
        JsonNode entry = list.Single(s => (string?)s!["name"] == "quickstart")!;
        Assert.Equal(
            (quickstart.Question, quickstart.Seed, quickstart.World.Epochs),
            ((string?)entry["question"], (ulong)entry["seed"]!, (int)entry["epochs"]!)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shown_scenario_is_a_file_of_the_same_plan(string name)
    {
        string shown = Write(Sim.Call("show", name).Out);

        Assert.Equal(Sim.Call("check", name), Sim.Call("check", shown));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resolved_scenario_is_a_file_of_the_same_plan(string name)
    {
        string shown = Write(Sim.Call("show", name, "--resolved").Out);

        Assert.Equal(Sim.Call("check", name).Out, Sim.Call("check", shown).Out);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shown_scenario_begins_with_what_it_is_about(string name) =>
        Assert.Matches(@"\A# [A-Z](?!.*\$schema)", Sim.Call("show", name).Out.ReplaceLineEndings(" "));

    [Fact]
    public void The_shown_schema_is_the_one_of_the_repository() =>
        Assert.Equal(
            new Sim(0, File.ReadAllText(Repository.Path("scenario.schema.json")), ""),
            Sim.Call("show", "--schema")
        );

    [Fact]
    public void An_unknown_scenario_is_answered_with_the_near_one()
    {
        Assert.Equal(
            new Sim(2, "", "error: the library has no scenario 'quikstart'; did you mean 'quickstart'?\n"),
            Sim.Call("show", "quikstart")
        );
        Assert.Equal(
            new Sim(
                2,
                "",
                "'quikstart': neither a scenario of the library nor a file; did you mean 'quickstart'?\n"
            ),
            Sim.Call("check", "quikstart")
        );
    }

    [Fact]
    public void Every_mistake_of_a_scenario_is_told_at_once()
    {
        string file = Write("schema: sim/v1\nname: x\nepocs: 3\nsubnet: { kappa: 1.4 }\n");

        Sim check = Sim.Call("check", file, "--set", "subnet.tempo=360");

        Assert.Equal((2, ""), (check.ExitCode, check.Out));
        Assert.Contains(
            $"{file}(3,1): error: epocs: unknown key; did you mean 'epochs'?\n",
            check.Error,
            StringComparison.Ordinal
        );
        Assert.Contains($"{file}(4,", check.Error, StringComparison.Ordinal);
        Assert.Contains("--set: subnet.tempo: ", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_root_may_set_is_noted_and_is_no_mistake()
    {
        Sim check = Sim.Call("check", "quickstart", "--set", "subnet.tempo=10 blocks");

        Assert.Equal(0, check.ExitCode);
        Assert.Equal(
            "--set: note: subnet.tempo: 10 blocks is outside 360 blocks to 50400 blocks, "
                + "what a subnet's owner may set; only root can\n",
            check.Error
        );
        Assert.StartsWith("quickstart: no mistakes; seed 1, ", check.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed", "x", "--seed: 'x' is not a whole number in [0, 18446744073709551615]")]
    [InlineData("--seed", "-1", "--seed: '-1' is not a whole number in [0, 18446744073709551615]")]
    [InlineData("--seed", "1,000", "--seed: '1,000' is not a whole number in [0, 18446744073709551615]")]
    [InlineData(
        "--seed",
        "18446744073709551616",
        "--seed: '18446744073709551616' is not a whole number in [0, 18446744073709551615]"
    )]
    public void A_wrong_number_is_told_with_its_range(string option, string value, string mistake) =>
        Assert.Equal(
            new Sim(2, "", $"error: {mistake}\nTry 'sim check --help'.\n"),
            Sim.Call("check", "quickstart", option, value)
        );

    private string Write(string text)
    {
        string file = Path.Combine(_folder.FullName, "mine.yaml");
        File.WriteAllText(file, text);
        return file;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
