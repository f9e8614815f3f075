using System.Security.Cryptography;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>What a run finds where its result is to go, what it replaces and what it leaves alone; every message whole.</summary>
public sealed class ResultStoreTests : IDisposable
{
    private static readonly ResultOptions Forced = new() { Force = true };

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("sim-store-");

    public void Dispose() => _home.Delete(recursive: true);

    private string Folder => Path.Combine(_home.FullName, "run");

    private string ManifestFile => Path.Combine(Folder, "manifest.json");

    [Fact]
    public void A_result_goes_below_runs_by_scenario_seed_and_plan()
    {
        Assert.Equal(
            Path.Combine("runs", "quickstart-18446744073709551615-0123abcd"),
            ResultStore.DefaultFolder("quickstart", ulong.MaxValue, "0123abcd4567")
        );
    }

    [Fact]
    public void Nothing_or_an_empty_folder_is_free()
    {
        Assert.Equal(new FolderLook(FolderState.Free, ""), Look(SampleRun.Of()));
        Directory.CreateDirectory(Folder);
        Assert.Equal(new FolderLook(FolderState.Free, ""), Look(SampleRun.Of()));
    }

    [Fact]
    public void A_complete_result_of_the_same_plan_and_seed_is_found_and_reads_back()
    {
        RunResult run = SampleRun.Of();
        Manifest manifest = Write(run);
        Assert.Equal(new FolderLook(FolderState.Complete, "holds this run"), Look(run));

        StoredRun stored = ResultStore.Read(Folder);

        Assert.Equal(Folder, stored.Folder);
        Assert.Equal(ManifestText.Of(manifest), ManifestText.Of(stored.Manifest));
        Assert.Equal(HostFacts.Here, stored.Manifest.Host);
        SampleRun.AssertSame(run["epochs"], stored.Result["epochs"]);
        Assert.Equal(run.Metrics, stored.Result.Metrics);
        Assert.Equal(run.Expectations, stored.Result.Expectations);
        Assert.Equal(
            (
                run.Scenario,
                run.Question,
                run.Seed,
                run.PlanHash,
                run.Status,
                run.Epochs,
                run.Digest,
                run.Version
            ),
            (
                stored.Result.Scenario,
                stored.Result.Question,
                stored.Result.Seed,
                stored.Result.PlanHash,
                stored.Result.Status,
                stored.Result.Epochs,
                stored.Result.Digest,
                stored.Result.Version
            )
        );
    }

    [Fact]
    public void A_partial_result_of_the_same_run_is_replaced_without_force()
    {
        RunResult partial = SampleRun.Of(status: RunStatus.Partial),
            whole = SampleRun.Of();
        Write(partial);
        Assert.Equal(
            new FolderLook(FolderState.Unfinished, "holds the first 2 epochs of this run"),
            Look(whole)
        );
        Write(whole);
        Assert.Equal(RunStatus.Complete, ResultStore.Read(Folder).Result.Status);
    }

    [Theory]
    [InlineData(8, 360)]
    [InlineData(7, 361)]
    public void Another_result_is_refused_without_force_and_replaced_with_it(ulong seed, int tempo)
    {
        RunResult old = SampleRun.Of(),
            run = SampleRun.Of(seed, tempo);
        Write(old);
        string found = $"holds another result (scenario 'sample', seed 7, plan {old.PlanHash[..8]})";
        Assert.Equal(new FolderLook(FolderState.Taken, found), Look(run));

        ResultException refusal = Assert.Throws<ResultException>(() => Write(run));

        Assert.Equal($"{Folder}: {found}; use --force to write there all the same", refusal.Message);
        Assert.Equal(7UL, ResultStore.Read(Folder).Result.Seed);
        Write(run, Forced);
        Assert.Equal(
            (seed, run.PlanHash),
            (ResultStore.Read(Folder).Result.Seed, ResultStore.Read(Folder).Result.PlanHash)
        );
    }

    [Fact]
    public void Other_files_are_refused_without_force_and_survive_it()
    {
        Foreign("notes.txt");
        Foreign("b.csv");
        Foreign("c.parquet");
        Foreign("d.sim-tmp");
        Directory.CreateDirectory(Path.Combine(Folder, "sub"));
        Foreign(Path.Combine("sub", "epochs.csv"));
        const string found = "holds other files ('b.csv', 'c.parquet', 'd.sim-tmp', …) and no result";
        Assert.Equal(new FolderLook(FolderState.Taken, found), Look(SampleRun.Of()));

        ResultException refusal = Assert.Throws<ResultException>(() => Write(SampleRun.Of()));

        Assert.Equal($"{Folder}: {found}; use --force to write there all the same", refusal.Message);
        Write(SampleRun.Of(), new ResultOptions { Force = true, Csv = true });
        Write(SampleRun.Of(seed: 8), Forced);
        Assert.Equal(
            ["b.csv", "c.parquet", "d.sim-tmp", "epochs.parquet", "manifest.json", "notes.txt", "sub"],
            Names()
        );
        Assert.All(
            (string[])["notes.txt", "b.csv", "c.parquet", "d.sim-tmp", Path.Combine("sub", "epochs.csv")],
            f => Assert.Equal("mine", File.ReadAllText(Path.Combine(Folder, f)))
        );
    }

    [Fact]
    public void A_table_of_ours_without_a_result_counts_as_another_file()
    {
        Foreign("epochs.csv");
        Assert.Equal(
            new FolderLook(FolderState.Taken, "holds other files ('epochs.csv') and no result"),
            Look(SampleRun.Of())
        );
    }

    [Fact]
    public void Files_of_ours_that_the_new_result_lacks_are_removed()
    {
        Write(
            SampleRun.Of(
                more:
                [
                    SampleRun.Weights(1, 2),
                    new(
                        "own-metric",
                        "",
                        new Core.Metrics.Column("a", Core.Metrics.ColumnType.Int32, "", "")
                    ),
                ]
            ),
            new ResultOptions { Csv = true, Report = "<p>old</p>" }
        );
        Assert.Contains("own-metric.csv", Names());
        Write(SampleRun.Of(seed: 8), Forced);
        Assert.Equal(["epochs.parquet", "manifest.json"], Names());
    }

    [Fact]
    public void A_result_of_another_version_is_no_result_of_this_one()
    {
        RunResult run = SampleRun.Of();
        Write(run);
        string manifest = Path.Combine(Folder, "manifest.json"),
            text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text.Replace($"\"{Manifest.ThisVersion}\"", "\"0.0.9\""));
        Assert.Equal(new FolderLook(FolderState.Unfinished, "holds this run by version 0.0.9"), Look(run));
        Write(run);
        Assert.Equal(FolderState.Complete, Look(run).State);
    }

    [Fact]
    public void A_result_without_the_files_asked_for_is_unfinished()
    {
        RunResult run = SampleRun.Of(more: SampleRun.Weights(2, 2));
        Write(run);
        Assert.Equal(
            new FolderLook(FolderState.Unfinished, "holds this run without CSV files"),
            ResultStore.Look(Folder, run.Seed, run.PlanHash, csv: true)
        );
        Assert.Equal(
            new FolderLook(FolderState.Unfinished, "holds this run without the weights of every epoch"),
            ResultStore.Look(Folder, run.Seed, run.PlanHash, weights: true)
        );
        Write(SampleRun.Of(more: SampleRun.Weights(1, 2)), new ResultOptions { Csv = true });
        Assert.Equal(
            FolderState.Complete,
            ResultStore.Look(Folder, run.Seed, run.PlanHash, weights: true, csv: true).State
        );
    }

    [Fact]
    public void A_damaged_manifest_is_no_result_to_reuse()
    {
        RunResult run = SampleRun.Of();
        Write(run);
        File.WriteAllText(ManifestFile, "{}");
        Assert.Equal(
            new FolderLook(
                FolderState.Taken,
                $"holds a result that cannot be read ({ManifestFile}: is damaged: schema is not a text)"
            ),
            Look(run)
        );
        Write(run, Forced);
        Assert.Equal(FolderState.Complete, Look(run).State);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_named()
    {
        Directory.CreateDirectory(_home.FullName);
        File.WriteAllText(Folder, "");
        string below = Path.Combine(Folder, "a", "b");
        Assert.Equal($"{Folder}: is a file, not a folder", Refusal(Folder));
        Assert.Equal($"{below}: cannot be made: {Folder} is a file", Refusal(below));
        Assert.Equal(
            $"{Folder}: is a file, not a result folder",
            Assert.Throws<ResultException>(() => ResultStore.Read(Folder)).Message
        );

        static string Refusal(string folder) =>
            Assert
                .Throws<ResultException>(() =>
                    ResultStore.Write(folder, SampleRun.Of(), SampleRun.Times, Forced)
                )
                .Message;
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_named()
    {
        string table = Path.Combine(Folder, "epochs.parquet");
        Directory.CreateDirectory(table);
        Assert.Equal(
            $"{table}: cannot be written: a folder is in its place",
            Assert.Throws<ResultException>(() => Write(SampleRun.Of(), Forced)).Message
        );
        Assert.Equal(["epochs.parquet"], Names());
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_folder_at_once()
    {
        string? refusal = null;
        ResultStore.Write(
            Folder,
            SampleRun.Of(),
            SampleRun.Times,
            new ResultOptions(),
            step =>
            {
                if (step == "sync epochs.parquet")
                {
                    refusal = Assert.Throws<ResultException>(() => Write(SampleRun.Of(), Forced)).Message;
                }
            }
        );
        Assert.Equal($"{Folder}: another run is writing there", refusal);
        Assert.Equal(FolderState.Complete, Look(SampleRun.Of()).State);
        Assert.Equal(["epochs.parquet", "manifest.json"], Names());
    }

    [Fact]
    public void A_run_whose_hash_is_not_that_of_its_plan_is_not_written()
    {
        RunResult run = SampleRun.Of() with { PlanHash = "00" };
        Assert.Equal(
            "00 is not the hash of the run's plan. (Parameter 'run')",
            Assert.Throws<ArgumentException>(() => Write(run)).Message
        );
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void A_changed_table_is_named()
    {
        Write(SampleRun.Of(), new ResultOptions { Csv = true });
        foreach (string name in (string[])["epochs.parquet", "epochs.csv"])
        {
            string file = Path.Combine(Folder, name);
            byte[] right = File.ReadAllBytes(file);
            File.WriteAllBytes(file, [.. right[..^1], (byte)(right[^1] ^ 1)]);
            Assert.Equal($"{file}: was changed: its SHA-256 is not the one in manifest.json", ReadError());
            File.Delete(file);
            Assert.Equal($"{file}: is missing, but manifest.json names it", ReadError());
            File.WriteAllBytes(file, right);
        }
        Assert.Equal(7UL, ResultStore.Read(Folder).Result.Seed);
    }

    [Fact]
    public void A_table_that_is_none_is_damaged()
    {
        Write(SampleRun.Of());
        string file = Path.Combine(Folder, "epochs.parquet");
        string right = Hash(file);
        File.WriteAllText(file, "not a table");
        File.WriteAllText(
            ManifestFile,
            File.ReadAllText(ManifestFile).Replace(right, Hash(file), StringComparison.Ordinal)
        );
        Assert.Equal(
            $"{file}: is damaged: it cannot be read as Parquet: not a parquet file, head: 6E6F7420, tail: 61626C65",
            ReadError()
        );
    }

    [Fact]
    public void What_is_no_result_folder_says_why()
    {
        Assert.Equal($"{Folder}: does not exist", ReadError());
        Directory.CreateDirectory(Folder);
        Assert.Equal($"{Folder}: is not a result folder: it has no manifest.json", ReadError());
        File.WriteAllText(Path.Combine(Folder, ".sim-writing"), "");
        Assert.Equal($"{Folder}: is not a result: the run that wrote here did not finish", ReadError());
        File.WriteAllText(ManifestFile, "{}");
        Assert.Equal($"{ManifestFile}: is damaged: schema is not a text", ReadError());
    }

    [Fact]
    public void A_report_is_written_into_a_result_and_replaced()
    {
        Write(SampleRun.Of());
        string page = ResultStore.WriteReport(Folder, "<p>one</p>");
        Assert.Equal("<p>one</p>", File.ReadAllText(page));
        ResultStore.WriteReport(Folder, "<p>two</p>");
        Assert.Equal("<p>two</p>", File.ReadAllText(page));
        Assert.Equal(["epochs.parquet", "manifest.json", "report.html"], Names());
        string none = Path.Combine(Folder, "none");
        Assert.Equal(
            $"{Path.Combine(none, "report.html")}: cannot be written: its folder does not exist",
            Assert.Throws<ResultException>(() => ResultStore.WriteReport(none, "")).Message
        );
    }

    [Fact]
    public void Two_runs_of_the_same_plan_differ_only_in_host_and_times()
    {
        string other = Path.Combine(_home.FullName, "other");
        Write(SampleRun.Of(), new ResultOptions { Csv = true });
        RunTimes later = new(SampleRun.Times.Started.AddDays(1), SampleRun.Times.Finished.AddDays(1), 9);
        ResultStore.Write(other, SampleRun.Of(), later, new ResultOptions { Csv = true });
        foreach (string file in (string[])["epochs.parquet", "epochs.csv"])
        {
            Assert.Equal(Hash(Path.Combine(Folder, file)), Hash(Path.Combine(other, file)));
        }
        Assert.Equal(WithoutHostAndTimes(Folder), WithoutHostAndTimes(other));

        static string WithoutHostAndTimes(string folder)
        {
            var manifest = JsonText.ParseObject(File.ReadAllText(Path.Combine(folder, "manifest.json")));
            Assert.True(manifest.Remove("host") && manifest.Remove("times"));
            return manifest.ToJsonString();
        }
    }

    private static string Hash(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private void Foreign(string name)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), "mine");
    }

    private FolderLook Look(RunResult run) => ResultStore.Look(Folder, run.Seed, run.PlanHash);

    private Manifest Write(RunResult run, ResultOptions? options = null) =>
        ResultStore.Write(Folder, run, SampleRun.Times, options);

    private string ReadError() => Assert.Throws<ResultException>(() => ResultStore.Read(Folder)).Message;

    private string[] Names() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(Folder)
                .Select(p => Path.GetFileName(p))
                .Order(StringComparer.Ordinal),
        ];
}
