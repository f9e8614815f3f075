namespace Simulator.Cli.Tests;

/// <summary>Files that are made to exhaust a reader, read within limits that the kernel and the collector keep.</summary>
public sealed class HostileFileTests : IDisposable
{
    // Start-up takes a tenth of a second of processor time; 3 leave room for slow machines and none for slow readers.
    private const int ProcessorSeconds = 3;
    private const string MostMemory = "0x6000000";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-hostile-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_of_50_MB_is_refused_by_its_length()
    {
        using (StreamWriter file = File.CreateText(Path.Combine(_folder.FullName, "big.yaml")))
        {
            string line = $"- {new string('x', 997)}\n";
            for (int i = 0; i < 50_000; i++)
            {
                file.Write(line);
            }
        }

        Assert.Equal(
            new Sim(
                2,
                "",
                "big.yaml(1,1): error: the file has 50000000 bytes; a scenario has at most 4194304 (4 MiB)\n"
            ),
            Check("big.yaml")
        );
    }

    [Fact]
    public void A_million_open_brackets_are_refused_by_their_depth()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "deep.yaml"), new string('[', 1_000_000));

        string path = string.Concat(Enumerable.Repeat("[0]", 20));
        Assert.Equal(
            new Sim(2, "", $"deep.yaml(1,65): error: {path}…: more than 64 levels of lists and maps\n"),
            Check("deep.yaml")
        );
    }

    private Sim Check(string file)
    {
        using ChildSim child = ChildSim.Start(
            _folder.FullName,
            [("DOTNET_GCHeapHardLimit", MostMemory)],
            ProcessorSeconds,
            "check",
            file
        );
        return child.Finish();
    }
}
