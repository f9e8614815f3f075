using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests.Commands;

/// <summary><c>sim run</c> of a replay.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-replay-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Variants_stand_side_by_side_with_what_must_be_said_of_them()
    {
        string[] sets =
        [
            "variants=[{rule: yuma3}, {rule: paper/yuma1, label: first}]",
            "expect=",
            "source=yuma/case20",
        ];
        string folder = Path.Combine(_folder.FullName, "result");

        Sim run = Sim.Call([
            "run",
            "yuma/case01",
            "--out",
            folder,
            "--quiet",
            .. sets.SelectMany(set => new[] { "--set", $"replay.{set}" }),
        ]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(
            @"\nvalidator +yuma3 +first\nBig vali\. 1 \(low noise\) +1\.\d+ base +1\.\d+ base\nBig vali\. 2",
            run.Out
        );
        Assert.Contains(
            "\nyuma3: without the source's winner_takes_all, which the chain does not have\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(Path.Combine(folder, "replay_bonds.parquet")));

        // The same folder again, for a program.
        string[] again =
        [
            "run",
            "yuma/case01",
            "--out",
            folder,
            "--json",
            .. sets.SelectMany(set => new[] { "--set", $"replay.{set}" }),
        ];
        JsonNode json = JsonNode.Parse(Sim.Call(again).Out)!;
        Assert.Equal(
            """[{"variant":"yuma3","rule":"yuma3","note":"without the source\u0027s winner_takes_all, which the chain does not have"},{"variant":"first","rule":"paper/yuma1","note":""}]""",
            json["variants"]!.ToJsonString()
        );
    }

    [Fact]
    public void A_replay_file_with_mistakes_is_refused_with_line_and_column()
    {
        string scenario = Path.Combine(_folder.FullName, "wrong.yaml");
        File.WriteAllText(scenario, "schema: sim/v1\nname: wrong\nreplay: { source: wrong.json }\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "wrong.json"), "{\n \"id\": 1");

        Sim run = Sim.Call("run", scenario);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(
            $"{_folder.FullName}/wrong.json(2,9): error: it is not JSON, or cut off",
            run.Error,
            StringComparison.Ordinal
        );
    }
}
