namespace Simulator.Scenarios.Tests;

/// <summary>Every file in <c>Broken/</c> is refused with exactly the text beside it; <c>UPDATE_EXPECTED=1</c> writes
/// those texts anew, to be read before they are committed.</summary>
public sealed class BrokenScenarioTests
{
    private static readonly string Folder = SourceTree.Path("tests", "Simulator.Scenarios.Tests", "Broken");

    public static TheoryData<string> Names =>
        [
            .. Directory
                .GetFiles(Folder, "*.yaml")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_scenario_is_refused_with_every_mistake_in_its_place(string name)
    {
        string file = Path.Combine(Folder, name + ".yaml");
        ScenarioException refusal = Assert.Throws<ScenarioException>(() => ScenarioFile.Load(file, []));
        string found = refusal.Message.Replace(Folder + "/", "", StringComparison.Ordinal) + "\n";

        string expected = Path.ChangeExtension(file, ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(expected, found);
        }
        Assert.Equal(File.ReadAllText(expected), found);
    }

    [Fact]
    public void There_are_at_least_fifty_of_them_and_no_text_without_a_file()
    {
        Assert.True(Names.Count >= 50);
        Assert.Equal(
            Names.Select(n => n.Data),
            Directory
                .GetFiles(Folder, "*.txt")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Fifty_megabytes_are_refused_unread()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        try
        {
            using (FileStream large = File.Create(file))
            {
                large.Write("schema: sim/v1\n"u8);
                large.SetLength(50_000_000);
            }
            Assert.Equal(
                $"{file}(1,1): error: the file has 50000000 bytes; a scenario has at most 4194304 (4 MiB)",
                Refusal(() => ScenarioFile.Load(file, []), mostBytes: 1_000_000)
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_million_brackets_are_refused_at_the_sixty_fifth() =>
        Assert.Equal(
            "t.yaml(1,65): error: [0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]…: more than 64 levels of lists and maps",
            Refusal(() => ScenarioFile.Parse(new string('[', 1_000_000), "t.yaml"), mostBytes: 4_000_000)
        );

    // What is allocated bounds time and memory alike, and is the same on every machine.
    private static string Refusal(Action load, long mostBytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ScenarioException refusal = Assert.Throws<ScenarioException>(load);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, mostBytes);
        return refusal.Message;
    }
}
