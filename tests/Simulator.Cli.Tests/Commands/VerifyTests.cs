using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests.Commands;

public sealed class VerifyTests : IDisposable
{
    private const string Case = "p-random_dense-4";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-verify-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Epochs_that_agree_exit_with_0()
    {
        Sim sim = Sim.Call("verify", "epoch", Write(CaseLine()));

        Assert.Equal(new Sim(0, Totals(disagreements: 0), ""), sim);
    }

    [Fact]
    public void Epochs_in_vectors_agree_too()
    {
        Sim sim = Sim.Call("verify", "epoch", "--backend", "cpu", Write(CaseLine()));

        Assert.Equal(new Sim(0, Totals(disagreements: 0), ""), sim);
    }

    [Fact]
    public void Without_a_device_gpu_is_bad_input()
    {
        Sim sim = Sim.Call("verify", "epoch", "--backend", "gpu", Write(CaseLine()));
        if (sim.ExitCode == 0)
        {
            Assert.Skip("this machine has a device");
        }

        Assert.Equal(new Sim(2, "", DoctorTests.NoDevice), sim);
    }

    [Fact]
    public void An_epoch_that_differs_is_named_and_exits_with_10()
    {
        JsonNode line = CaseLine();
        int right = (int)line["out"]!["incentive"]![4]!;
        line["out"]!["incentive"]![4] = right + 1;

        Sim sim = Sim.Call("verify", "epoch", Write(line));

        Assert.Equal(
            new Sim(
                10,
                $"{Case}: incentive uid 4: expected {right + 1}, found {right}\n" + Totals(disagreements: 1),
                ""
            ),
            sim
        );
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_told_on_standard_error_and_exits_with_2()
    {
        string file = Path.Combine(_folder.FullName, "broken.jsonl");
        File.WriteAllText(file, $"{CaseLine().ToJsonString()}\n{{]\n");

        Sim sim = Sim.Call("verify", "epoch", file);

        Assert.Equal(2, sim.ExitCode);
        Assert.StartsWith($"{file}:2: error: not JSON: ", sim.Error, StringComparison.Ordinal);
        Assert.Equal(Totals(disagreements: 0), sim.Out);
    }

    [Theory]
    [InlineData("verify", "yuma")]
    [InlineData("verify", "yuma", "--f32")]
    public void A_folder_without_tables_has_nothing_to_compare(params string[] words)
    {
        Sim sim = Sim.Call([.. words, _folder.FullName]);

        Assert.Equal(
            new Sim(
                2,
                $"0 tables: 0 values compared at {(words.Contains("--f32") ? "2e-6" : "1e-9")}, 0 disagreements\n",
                "error: nothing to compare: the folder has no table of this precision with a row\n"
            ),
            sim
        );
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_exit_with_2()
    {
        string missing = Path.Combine(_folder.FullName, "missing.jsonl");

        Sim sim = Sim.Call("verify", "epoch", missing, _folder.FullName);

        Assert.Equal(
            (
                2,
                $"{missing}: error: there is no such file\n{_folder.FullName}: error: it is a folder, not a file\n"
            ),
            (sim.ExitCode, sim.Error)
        );
    }

    [Fact]
    public void A_file_without_results_has_nothing_to_compare_and_exits_with_2()
    {
        JsonNode line = CaseLine();
        line.AsObject().Remove("out");

        Sim sim = Sim.Call("verify", "epoch", Write(line));

        Assert.Equal(
            (2, "error: nothing to compare: no line holds an 'out' field or a stage that is known here\n"),
            (sim.ExitCode, sim.Error)
        );
    }

    // The case has 12 neurons in each of 10 fields, and 36 bonds.
    private static string Totals(int disagreements) =>
        "1 cases, 0 trajectories (0 epochs): 11 fields and 0 stages compared (156 values), "
        + $"{disagreements} disagreements\n";

    private string Write(JsonNode line)
    {
        string file = Path.Combine(_folder.FullName, "cases.jsonl");
        File.WriteAllText(file, line.ToJsonString());
        return file;
    }

    private static JsonNode CaseLine()
    {
        string cases = Repository.Path("tests/vectors/chain/epoch-public/cases.jsonl.gz");
        using GZipStream plain = new(File.OpenRead(cases), CompressionMode.Decompress);
        using StreamReader reader = new(plain, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Contains($"\"{Case}\"", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line)!;
            }
        }
        throw new KeyNotFoundException($"{cases} has no line '{Case}'");
    }
}
