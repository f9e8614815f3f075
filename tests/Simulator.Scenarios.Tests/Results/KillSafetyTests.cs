using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>A writer that is killed before any of its steps leaves the old result whole or none, and the next run cleans up.</summary>
public sealed class KillSafetyTests : IDisposable
{
    private static readonly ResultOptions All = new()
    {
        Csv = true,
        Report = "<p>new</p>",
        Force = true,
    };

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("sim-kill-");

    public void Dispose() => _home.Delete(recursive: true);

    private string Folder => Path.Combine(_home.FullName, "run");

    [Fact]
    public void Into_an_empty_folder_there_is_no_result_until_the_last_name()
    {
        RunResult run = SampleRun.Of();
        string[] steps = Steps(() => { }, run);
        for (int step = 0; step < steps.Length; step++)
        {
            Clear();
            Kill(run, step);
            AssertNoneOr(run, reads: step > Array.IndexOf(steps, "rename manifest.json"));
            AssertRecovers(run);
        }
    }

    [Fact]
    public void Over_another_result_the_old_one_is_whole_until_it_is_gone()
    {
        RunResult old = SampleRun.Of(seed: 1, more: SampleRun.Weights(1, 2)),
            run = SampleRun.Of(seed: 2);
        void Prepare() => Write(old, new ResultOptions { Csv = true, Report = "<p>old</p>" });
        string[] steps = Steps(Prepare, run);
        int gone = Array.IndexOf(steps, "remove manifest.json");
        Assert.True(gone > 0, string.Join('\n', steps));
        for (int step = 0; step < steps.Length; step++)
        {
            Clear();
            Prepare();
            Kill(run, step);
            if (step <= gone)
            {
                AssertHolds(old);
            }
            else
            {
                AssertNoneOr(run, reads: step > Array.IndexOf(steps, "rename manifest.json"));
            }
            AssertRecovers(run);
        }
    }

    [Fact]
    public void Every_file_is_synced_before_anything_gets_its_name()
    {
        string[] steps = Steps(() => { }, SampleRun.Of());
        Assert.Equal(
            [
                "mark .sim-writing",
                "write epochs.parquet",
                "sync epochs.parquet",
                "write epochs.csv",
                "sync epochs.csv",
                "write report.html",
                "sync report.html",
                "write manifest.json",
                "sync manifest.json",
                "rename epochs.parquet",
                "rename epochs.csv",
                "rename report.html",
                "rename manifest.json",
                "remove .sim-writing",
            ],
            steps
        );
    }

    [Fact]
    public void A_full_disk_leaves_the_folder_as_it_was()
    {
        RunResult old = SampleRun.Of(seed: 1),
            run = SampleRun.Of(seed: 2);
        Write(old, new ResultOptions());
        string[] before = Names();
        foreach (string step in (string[])["write epochs.csv", "sync epochs.parquet", "sync manifest.json"])
        {
            ResultException full = Assert.Throws<ResultException>(() => Write(run, All, FullAt(step)));
            string file = Path.Combine(Folder, step.Split(' ')[1]);
            Assert.Equal($"{file}: cannot be written: the disk is full", full.Message);
            Assert.Equal(file, full.Path);
            Assert.Equal(before, Names());
            AssertHolds(old);
        }
    }

    [Fact]
    public void A_full_disk_leaves_no_new_folder()
    {
        Assert.Throws<ResultException>(() => Write(SampleRun.Of(), All, FullAt("sync epochs.parquet")));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void An_error_after_the_old_result_is_gone_says_so()
    {
        RunResult run = SampleRun.Of();
        Write(SampleRun.Of(seed: 1), new ResultOptions());
        ResultException full = Assert.Throws<ResultException>(() =>
            Write(run, All, FullAt("rename epochs.csv"))
        );
        string file = Path.Combine(Folder, "epochs.csv");
        Assert.Equal(
            $"{Folder}: holds no result until one is written again ({file}: cannot be written: the disk is full)",
            full.Message
        );
        AssertNoneOr(run, reads: false);
        AssertRecovers(run);
    }

    private static Action<string> FullAt(string step) =>
        s =>
        {
            if (s == step)
            {
                // The number is the system's ENOSPC.
                throw new IOException("No space left on device", 28);
            }
        };

    private void Clear()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private string[] Names() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(Folder)
                .Select(p => Path.GetFileName(p))
                .Order(StringComparer.Ordinal),
        ];

    private void Write(RunResult run, ResultOptions options, Action<string>? before = null) =>
        ResultStore.Write(Folder, run, SampleRun.Times, options, before);

    /// <summary>The steps of a write that is left alone.</summary>
    private string[] Steps(Action prepare, RunResult run)
    {
        prepare();
        List<string> steps = [];
        Write(run, All, steps.Add);
        AssertHolds(run);
        return [.. steps];
    }

    private void Kill(RunResult run, int step)
    {
        int taken = 0;
        Assert.Throws<Killed>(() =>
            Write(
                run,
                All,
                _ =>
                {
                    if (taken++ == step)
                    {
                        throw new Killed();
                    }
                }
            )
        );
    }

    private void AssertHolds(RunResult run)
    {
        RunResult found = ResultStore.Read(Folder).Result;
        Assert.Equal(
            (run.Seed, run.PlanHash, run.Tables.Length),
            (found.Seed, found.PlanHash, found.Tables.Length)
        );
        foreach (Table table in run.Tables)
        {
            SampleRun.AssertSame(table, found[table.Name]);
        }
    }

    private void AssertNoneOr(RunResult run, bool reads)
    {
        if (reads)
        {
            AssertHolds(run);
        }
        else
        {
            Assert.Throws<ResultException>(() => ResultStore.Read(Folder));
        }
    }

    private void AssertRecovers(RunResult run)
    {
        FolderState state = ResultStore.Look(Folder, run.Seed, run.PlanHash).State;
        Write(run, All with { Force = state == FolderState.Taken });
        AssertHolds(run);
        Assert.Equal(["epochs.csv", "epochs.parquet", "manifest.json", "report.html"], Names());
        Assert.Equal("<p>new</p>", File.ReadAllText(Path.Combine(Folder, "report.html")));
    }

    private sealed class Killed : Exception;
}
