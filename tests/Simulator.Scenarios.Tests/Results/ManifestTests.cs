using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>The exact text of a manifest, and what is said of texts that are none.</summary>
public sealed class ManifestTests
{
    private static Manifest Sample(RunResult run) =>
        Manifest.Of(run, [new TableFile("epochs.parquet", 2, "aa")], SampleRun.Times) with
        {
            Version = "0.1.0",
            Host = new HostFacts("Linux 6", "X64", 2, ".NET 10"),
        };

    private static string Text => ManifestText.Of(Sample(SampleRun.Of()));

    [Fact]
    public void The_text_is_exactly_this()
    {
        Assert.Equal(
            """
            {
              "schema": "sim/result/v1",
              "scenario": "sample",
              "question": "Does it «work»?",
              "seed": 7,
              "status": "complete",
              "epochs": 2,
              "plan_hash": "PLANHASH",
              "digest": "d1",
              "version": "0.1.0",
              "arithmetic": "chain",
              "fidelity": "full",
              "execution": "cpu",
              "metrics": [
                {
                  "metric": "gini",
                  "of": "",
                  "last": 0.25,
                  "mean": 0.1,
                  "unit": "share"
                },
                {
                  "metric": "quality",
                  "of": "lazy",
                  "last": null,
                  "mean": "Infinity",
                  "unit": ""
                }
              ],
              "expectations": [
                {
                  "text": "gini at last ≤ 0.5",
                  "found": "0.25",
                  "outcome": "met"
                }
              ],
              "tables": [
                {
                  "file": "epochs.parquet",
                  "rows": 2,
                  "sha256": "aa"
                }
              ],
              "plan": {
                "subnet": {
                  "tempo": 360,
                  "kappa": 0.5
                }
              },
              "host": {
                "os": "Linux 6",
                "architecture": "X64",
                "processors": 2,
                "runtime": ".NET 10"
              },
              "times": {
                "started": "2026-01-31T12:00:00Z",
                "finished": "2026-01-31T12:00:02Z",
                "seconds": 1.5
              }
            }

            """.Replace("PLANHASH", SampleRun.Of().PlanHash, StringComparison.Ordinal),
            Text
        );
    }

    [Fact]
    public void A_run_that_asked_outside_says_the_hash_of_what_it_was_told_before_its_plan()
    {
        string text = ManifestText.Of(Sample(SampleRun.Of()) with { ExternalSha256 = "bb" });
        Assert.Equal(
            Text.Replace(
                "  \"plan\": {",
                "  \"external_sha256\": \"bb\",\n  \"plan\": {",
                StringComparison.Ordinal
            ),
            text
        );
        Assert.Equal("bb", ManifestReader.Read(text).ExternalSha256);
    }

    [Fact]
    public void A_manifest_reads_back()
    {
        Manifest found = ManifestReader.Read(Text);
        Assert.Equal(Text, ManifestText.Of(found));
        Assert.Equal([0.25, double.NaN], found.Metrics.Select(m => m.Last));
        Assert.Equal([0.1, double.PositiveInfinity], found.Metrics.Select(m => m.Mean));
        Assert.Equal(SampleRun.Times, found.Times);
    }

    [Fact]
    public void The_text_is_the_same_under_another_culture_and_time_zone()
    {
        RunTimes elsewhere = SampleRun.Times with
        {
            Started = SampleRun.Times.Started.ToOffset(TimeSpan.FromHours(9)),
        };
        string here = Text;
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Elsewhere.Culture;
            Assert.Equal(here, ManifestText.Of(Sample(SampleRun.Of()) with { Times = elsewhere }));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("\"seed\": 7", "\"seed\": -7", "seed is not a whole number of 64 bits")]
    [InlineData("\"seed\": 7", "\"sed\": 7", "seed is not a whole number of 64 bits")]
    [InlineData("\"epochs\": 2", "\"epochs\": -2", "epochs is not a whole number of at least 0")]
    [InlineData("\"complete\"", "\"done\"", "status is 'done', not complete or partial")]
    [InlineData("\"last\": 0.25", "\"last\": \"x\"", "metrics[0].last is not a number")]
    [InlineData("\"last\": 0.25", "\"lst\": 0.25", "metrics[0].last is missing")]
    [InlineData("\"scenario\": \"sample\"", "\"scenario\": 1", "scenario is not a text")]
    [InlineData(
        "epochs.parquet",
        "../epochs.parquet",
        "tables[0].file is '../epochs.parquet', not the name of a .parquet or .csv file in this folder"
    )]
    [InlineData("\"tempo\": 360", "\"tempo\": 361", "plan_hash is not the hash of its plan")]
    [InlineData("12:00:00Z", "12:00", "times.started is not a time such as 2026-01-31T12:00:00Z")]
    [InlineData(
        "sim/result/v1",
        "sim/result/v9",
        "its schema is 'sim/result/v9', but this version reads 'sim/result/v1'"
    )]
    public void A_damaged_member_is_named(string right, string wrong, string message)
    {
        string damaged = Text.Replace(right, wrong, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Throws<FormatException>(() => ManifestReader.Read(damaged)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"schema":"a","schema":"b"}""")]
    public void What_is_no_object_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => ManifestReader.Read(text));
    }

    [Fact]
    public void Every_prefix_of_a_manifest_is_refused()
    {
        string whole = Text.TrimEnd();
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Throws<FormatException>(() => ManifestReader.Read(whole[..length]));
        }
    }

    [Fact]
    public void A_clock_gives_the_times_of_a_run()
    {
        RunTimes times = new RunClock(new Stopped()).Stop();
        Assert.Equal(new RunTimes(Stopped.Instant, Stopped.Instant, 0), times);
    }

    [Fact]
    public void Changing_the_plan_of_a_result_does_not_change_its_text()
    {
        RunResult run = SampleRun.Of();
        Manifest manifest = Sample(run);
        JsonObject written = JsonText.ParseObject(ManifestText.Of(manifest));
        written["plan"]!["subnet"]!["tempo"] = 1;
        Assert.Equal(Text, ManifestText.Of(manifest));
    }

    private sealed class Stopped : TimeProvider
    {
        public static readonly DateTimeOffset Instant = SampleRun.Times.Started;

        public override DateTimeOffset GetUtcNow() => Instant;

        public override long GetTimestamp() => 0;
    }
}
