using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests;

/// <summary>A run is a function of scenario and seed: threads, folder, culture and time zone leave no trace in it.</summary>
public sealed class SameBytesTests : IDisposable
{
    private const int ProcessorSeconds = 120;

    private static readonly string[] Arguments = ["--csv", "--weights", "--no-report", "--quiet", "--json"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-bytes-");
    private readonly string _scenario;

    public SameBytesTests() => _scenario = SmallScenario.Write(_folder);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Threads_leave_no_trace()
    {
        string one = RunHere("one", "1");

        AssertSame(one, RunHere("two", "2"));
        AssertSame(one, RunHere("seven", "7"));
    }

    [Fact]
    public void The_culture_of_the_process_leaves_no_trace()
    {
        string usual = RunHere("usual", "2");
        CultureInfo[] before = [CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture!];
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = ".";
        odd.NumberFormat.NegativeSign = "−";
        odd.NumberFormat.NaNSymbol = "nichts";
        (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (odd, odd);
        try
        {
            AssertSame(usual, RunHere("odd", "2"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before[0], before[1]);
        }
    }

    [Fact]
    public void Another_folder_locale_and_time_zone_leave_no_trace()
    {
        string here = RunHere("here", "2");
        DirectoryInfo elsewhere = _folder.CreateSubdirectory("else").CreateSubdirectory("where");
        using ChildSim child = ChildSim.Start(
            elsewhere.FullName,
            [("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8"), ("TZ", "Asia/Kathmandu")],
            ProcessorSeconds,
            ["run", "../../small.yaml", "--out", "result", "--threads", "2", .. Arguments]
        );

        Assert.Equal(0, child.Finish().ExitCode);
        AssertSame(here, Path.Combine(elsewhere.FullName, "result"));
    }

    private string RunHere(string name, string threads)
    {
        string folder = Path.Combine(_folder.FullName, name);
        Sim run = Sim.Call(["run", _scenario, "--out", folder, "--threads", threads, .. Arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return folder;
    }

    private static void AssertSame(string expected, string actual)
    {
        string[] names = Names(expected);
        Assert.Equal(11, names.Length);
        Assert.Equal(names, Names(actual));
        foreach (string name in names.Where(name => name != "manifest.json"))
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(expected, name))
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(actual, name))),
                $"{name} differs"
            );
        }
        Assert.Equal(Manifest(expected), Manifest(actual));
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>The manifest, digest and hashes included, without what may differ.</summary>
    private static string Manifest(string folder)
    {
        JsonObject manifest = JsonNode
            .Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!
            .AsObject();
        Assert.True(manifest.Remove("host"));
        Assert.True(manifest.Remove("times"));
        Assert.True(manifest.ContainsKey("digest"));
        return manifest.ToJsonString();
    }
}
