namespace Simulator.Cli.Tests.Commands;

/// <summary><c>sim run</c> of a retention map.</summary>
public sealed class RetentionMapTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-retention-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_run_tells_the_utility_needed_for_each_share_of_stake()
    {
        string[] small = ["nodes=40", "validators=10", "draws=2", "honest_stakes=[0.6]", "published=[]"];
        string folder = Path.Combine(_folder.FullName, "result");

        Sim run = Sim.Call([
            "run",
            "papers/retention-map",
            "--out",
            folder,
            .. small.SelectMany(set => new[] { "--set", $"retention.{set}" }),
        ]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(
            "papers/retention-map, seed 1: complete, 462 epochs\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Matches(
            @"\nhonest stake  needed utility +low +high +draws\n0\.6 +0\.\d+ +-?\d\S* +\d\S* +2\n",
            run.Out
        );
        Assert.True(File.Exists(Path.Combine(folder, "retention_lines.parquet")));
    }
}
