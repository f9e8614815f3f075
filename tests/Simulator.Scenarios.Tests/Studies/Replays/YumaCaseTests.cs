using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Tests.Studies.Replays;

/// <summary>The cases of the Python packages, beside the golden data where these are at hand.</summary>
public sealed class YumaCaseTests
{
    // The variants of a scenario without a list, and the golden set that has their parameters.
    private const string Set = "chart_b0.99";

    public static TheoryData<string> Names => [.. ReplayCases.Names];

    [Fact]
    public void There_are_twenty_four_and_each_is_a_scenario_of_the_library()
    {
        Assert.Equal(Enumerable.Range(1, 24).Select(i => $"yuma/case{i:00}"), ReplayCases.Names);
        Assert.All(ReplayCases.Names, name => Assert.Contains(name, ScenarioFile.LibraryNames));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_case_has_the_golden_numbers(string name)
    {
        JsonNode golden = JsonNode.Parse(File.ReadAllText(Golden("cases", $"{name[5..]}.json")))!;
        using Stream stream = typeof(ReplayCases).Assembly.GetManifestResourceStream($"replays/{name}.json")!;
        JsonObject ours = JsonNode.Parse(stream)!.AsObject();

        Assert.All(ours, member => Assert.True(Equal(golden[member.Key], member.Value), member.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Total_dividends_and_percents_are_the_golden_ones(string name)
    {
        string[][] rows = [.. Totals().Where(row => row[0] == Set && row[2] == "f64" && row[3] == name[5..])];
        RunResult result = Runner.Run(
            ScenarioFile.Load(name, []),
            cancel: TestContext.Current.CancellationToken
        );
        Table totals = result["replay_totals"];
        int compared = 0;
        for (int i = 0; i < totals.Rows; i++)
        {
            string version = totals["variant"].Values<string>()[i]["paper/".Length..];
            string validator = totals["validator"].Values<string>()[i];
            foreach (string[] row in rows.Where(row => row[1] == version && row[5] == validator))
            {
                compared++;
                Assert.Equal(Number(row[6]), totals["total_dividend"].Values<double>()[i], 1e-9);
                Assert.Equal(Number(row[7]) / 100, totals["percent_vs_base"].Values<double>()[i] / 100, 1e-9);
            }
        }
        Assert.True(compared == totals.Rows || rows.Length == 0, $"{compared} of {totals.Rows} rows");
    }

    [Theory]
    [InlineData("chart_b0", "0")]
    [InlineData("chart_b0.5", "0.5")]
    [InlineData("chart_b1", "1")]
    public void Another_penalty_gives_the_golden_totals_of_its_set(string set, string penalty)
    {
        string[][] rows = [.. Totals().Where(row => row[0] == set && row[2] == "f64" && row[3] == "case08")];
        RunResult result = Runner.Run(
            ScenarioFile.Load("yuma/case08", [$"replay.parameters.bond_penalty={penalty}"]),
            cancel: TestContext.Current.CancellationToken
        );
        Table totals = result["replay_totals"];
        int compared = 0;
        for (int i = 0; i < totals.Rows; i++)
        {
            string version = totals["variant"].Values<string>()[i]["paper/".Length..];
            string validator = totals["validator"].Values<string>()[i];
            foreach (string[] row in rows.Where(row => row[1] == version && row[5] == validator))
            {
                compared++;
                Assert.Equal(Number(row[6]), totals["total_dividend"].Values<double>()[i], 1e-9);
            }
        }
        // Yuma 2C reads no penalty, and the golden tables have it once.
        Assert.Equal(totals.Rows - 3, compared);
    }

    private static IEnumerable<string[]> Totals()
    {
        using GZipStream gzip = new(
            File.OpenRead(Golden("total_dividends.csv.gz")),
            CompressionMode.Decompress
        );
        using StreamReader reader = new(gzip);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split(',')),
        ];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // 0 and 0.0 are one number in two spellings.
    private static bool Equal(JsonNode? a, JsonNode? b) =>
        (a, b) switch
        {
            (JsonArray x, JsonArray y) => x.Count == y.Count
                && x.Zip(y).All(pair => Equal(pair.First, pair.Second)),
            (JsonObject x, JsonObject y) => x.Count == y.Count
                && x.All(member => Equal(member.Value, y[member.Key])),
            (JsonValue x, JsonValue y) when x.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
                x.GetValue<double>().Equals(y.GetValue<double>()),
            _ => JsonNode.DeepEquals(a, b),
        };

    private static string Golden(params string[] parts)
    {
        string? folder = Environment.GetEnvironmentVariable("SIM_GOLDEN");
        string path = Path.Combine([folder ?? "", "yuma", .. parts]);
        if (folder is null || !File.Exists(path))
        {
            Assert.Skip($"SIM_GOLDEN is not set or has no yuma: {string.Join('/', parts)} is not compared");
        }
        return path;
    }
}
