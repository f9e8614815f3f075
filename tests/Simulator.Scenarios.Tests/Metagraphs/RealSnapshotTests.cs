using System.Text.Json.Nodes;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Replays;

namespace Simulator.Scenarios.Tests.Metagraphs;

public sealed class RealSnapshotTests
{
    private static readonly string? Golden = Environment.GetEnvironmentVariable("SIM_GOLDEN");

    [Fact]
    public void The_tables_of_a_real_subnet_give_the_case_that_was_made_of_them()
    {
        string folder = Folder("../data/metagraph");
        (ImportedFiles _, Metagraph series) = MetagraphImport.Run(
            new ImportPlan
            {
                Files =
                [
                    Path.Combine(folder, "sn15_block4769998_neurons.csv"),
                    Path.Combine(folder, "sn15_block4769998_weights.csv"),
                ],
                Epochs = 20,
            }
        );

        AssertSame(Path.Combine(folder, "sn15_case.json"), series, except: ["id", "name"]);
    }

    [Fact]
    public void Every_case_of_the_packages_is_read_and_written_without_loss()
    {
        string[] files = Directory.GetFiles(Folder("yuma/cases"), "*.json");

        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            (ImportedFiles _, Metagraph series) = MetagraphImport.Run(new ImportPlan { Files = [file] });
            AssertSame(file, series, except: ["kind", "chart_types", "package_case", "params_by_version"]);
        }
    }

    private static void AssertSame(string file, Metagraph series, string[] except)
    {
        JsonObject expected = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        JsonObject found = JsonNode.Parse(ReplayText.Of(series, []))!.AsObject();
        foreach ((string name, JsonNode? value) in expected.Where(member => !except.Contains(member.Key)))
        {
            Assert.True(Numbers(value, found[name]), $"{file}: {name} differs");
        }
    }

    /// <summary>Whether two values are the same; 1 and 1.0 are.</summary>
    private static bool Numbers(JsonNode? a, JsonNode? b) =>
        (a, b) switch
        {
            (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Numbers(p.First, p.Second)),
            (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(m => Numbers(m.Value, y[m.Key])),
            (JsonValue x, JsonValue y) when x.TryGetValue(out double p) && y.TryGetValue(out double q) =>
                p.Equals(q),
            _ => JsonNode.DeepEquals(a, b),
        };

    private static string Folder(string path)
    {
        if (Golden is null || !Directory.Exists(Path.Combine(Golden, path)))
        {
            Assert.Skip($"SIM_GOLDEN is not set or has no {path}");
        }
        return Path.GetFullPath(Path.Combine(Golden, path));
    }
}
