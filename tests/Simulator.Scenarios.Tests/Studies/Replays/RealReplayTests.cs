using System.Globalization;
using Simulator.Core.Metrics;
using Simulator.Core.Studies.Replays;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Studies.Replays;

/// <summary>A replay of a real subnet, where its data are at hand.</summary>
public sealed class RealReplayTests : IDisposable
{
    // The parameters of the golden set 'web_default'.
    private const string Scenario = """
        schema: sim/v1
        name: real
        replay:
          source: sn15_case.json
          parameters: { kappa: 0.49999237048905165, bond_penalty: 1, bond_moving_avg: 0.9 }
          variants:
            - { rule: paper/yuma1 }
            - { rule: paper/yuma2_pkg }
            - { rule: paper/yuma2_web }
            - { rule: paper/yuma2a_web }
            - { rule: paper/yuma2b }
            - { rule: paper/yuma2c }
            - { rule: paper/yuma3_pkg }
            - { rule: paper/yuma3_web }
            - { rule: paper/yuma3_liquid_web, liquid_alpha: true }
            - { rule: yuma2 }
            - { rule: yuma3 }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-real-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_real_subnet_earns_what_the_golden_table_says_and_has_a_page()
    {
        RunResult result = RunOf(Data("sn15_case.json"));
        Table validators = result["replay_validators"];
        string[][] golden = [.. File.ReadLines(Data("sn15_golden.f64.csv")).Select(line => line.Split(','))];
        int compared = 0;
        foreach (string[] row in golden.Skip(1).Where(row => row[0] == "web_default"))
        {
            int variant = result["replay_variants"]["rule"].Values<string>().IndexOf($"paper/{row[1]}");
            for (int v = 0; v < 11 && variant >= 0; v++)
            {
                int place = (variant * 20 + int.Parse(row[2], CultureInfo.InvariantCulture)) * 11 + v;
                double expected = double.Parse(
                    row[Array.IndexOf(golden[0], $"dividend_{v}")],
                    CultureInfo.InvariantCulture
                );
                Assert.Equal(expected, validators["dividend"].Values<double>()[place], 1e-9);
                compared++;
            }
        }
        Assert.Equal(9 * 6 * 11, compared);
        Assert.Equal(11 * 20 * 11 * ReplayFocus.MostMiners, result["replay_bonds"].Rows);
        Assert.Contains(
            "the 8 miners of most weight by stake",
            RunReport.Html(result),
            StringComparison.Ordinal
        );
    }

    private RunResult RunOf(string replay)
    {
        string scenario = Path.Combine(_folder.FullName, "real.yaml");
        File.Copy(replay, Path.Combine(_folder.FullName, "sn15_case.json"));
        File.WriteAllText(scenario, Scenario);
        return Runner.Run(ScenarioFile.Load(scenario, []), cancel: TestContext.Current.CancellationToken);
    }

    private static string Data(string name)
    {
        string? golden = Environment.GetEnvironmentVariable("SIM_GOLDEN");
        string path = Path.Combine(golden ?? "", "..", "data", "metagraph", name);
        if (golden is null || !File.Exists(path))
        {
            Assert.Skip($"SIM_GOLDEN is not set or has no {name} beside it: no real subnet is replayed");
        }
        return path;
    }
}
