using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Externals;

public sealed class RecordingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-outside-");

    public void Dispose() => _folder.Delete(recursive: true);

    // "counter" answers by how often it was asked: only a recording can repeat it.
    [Theory]
    [InlineData("counter", "")]
    [InlineData("label", "trains: true,")]
    [InlineData("crash", "")]
    [InlineData("wrong-kind", "")]
    [InlineData("half-a-character", "")]
    [InlineData("spender", "trains: true,")]
    public void A_recording_runs_again_without_the_program_and_with_the_same_digest(string mode, string more)
    {
        Scenario scenario = Outside.Scenario(mode, more: more);
        using ExternalModels live = ExternalModels.Live(scenario);
        RunResult first = Run(scenario.With(live), threads: 4);
        ResultStore.Write(_folder.FullName, first, new(default, default, 0));

        using ExternalModels replayed = ExternalModels.Replayed(scenario, _folder.FullName);
        RunResult again = Run(scenario.With(replayed));

        Assert.Equal(first.Digest, again.Digest);
        Assert.Equal(first.ExternalAnswers, again.ExternalAnswers);
        Assert.Equal(
            first.ExternalAnswers,
            File.ReadAllText(Path.Combine(_folder.FullName, ResultFiles.External))
        );
        Assert.Equal(live.Failures, replayed.Failures);
    }

    // Also an answer that came, and is none to what was asked.
    [Theory]
    [InlineData("label", 0)]
    [InlineData("wrong-kind", 3)]
    [InlineData("class-10", 3)]
    [InlineData("nan", 3)]
    [InlineData("half-a-character", 3)]
    [InlineData("latin-1", 3)]
    [InlineData("error", 3)]
    public void Every_failed_answer_is_a_failed_line_of_the_recording(string mode, int failed)
    {
        Scenario scenario = Outside.Scenario(mode);
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        IAnswer[] answers = [.. scenario.World.Task!.HeldOut.Take(3).Select(model.Answer)];
        Assert.Equal(failed, answers.Count(answer => answer is FailedAnswer));
        JsonNode[] lines =
        [
            .. models.Recorded.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!),
        ];
        Assert.Equal(3, lines.Length);
        Assert.Equal(
            answers.Select(answer => (answer as FailedAnswer)?.Reason),
            lines.Select(line => (string?)line["failed"])
        );
    }

    [Fact]
    public void An_answer_of_the_wrong_kind_is_recorded_with_what_it_was()
    {
        Scenario scenario = Outside.Scenario("wrong-kind");
        using ExternalModels models = ExternalModels.Live(scenario);
        Outside.Model(scenario, models).Answer(scenario.World.Task!.HeldOut[0]);
        JsonNode line = JsonNode.Parse(models.Recorded)!;
        Assert.Equal("three", (string?)line["answer"]!["text"]);
        Assert.Equal("""the answer '{"text":"three"}' has no 'label'""", (string?)line["failed"]);
    }

    [Fact]
    public void A_recording_that_was_changed_is_not_the_one_of_its_result()
    {
        Scenario scenario = Outside.Scenario("counter");
        string file = WriteResult(scenario);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
            ResultStore.Read(_folder.FullName).Manifest.ExternalSha256
        );
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("{\"label\":1}", "{\"label\":2}", StringComparison.Ordinal)
        );

        string changed = $"{file}: was changed: its SHA-256 is not the one in manifest.json";
        foreach (string from in (string[])[_folder.FullName, file])
        {
            ExternalException refusal = Assert.Throws<ExternalException>(() =>
                ExternalModels.Replayed(scenario, from)
            );
            Assert.Equal(changed, refusal.Message);
        }
        Assert.Equal(
            changed,
            Assert.Throws<ResultException>(() => ResultStore.Read(_folder.FullName)).Message
        );
        // Away from its result, a recording is whatever the user says it is.
        string copy = Path.Combine(
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "x")).FullName,
            "copy.jsonl"
        );
        File.Copy(file, copy);
        ExternalModels.Replayed(scenario, copy).Dispose();
    }

    [Fact]
    public void A_recording_beside_the_result_of_another_run_is_refused()
    {
        Scenario scenario = Outside.Scenario("counter");
        string file = WriteResult(scenario);
        string recorded = File.ReadAllText(file);
        Scenario without = ScenarioFile.Load("quickstart", ["epochs=1", "expect=[]"]);
        ResultStore.Write(_folder.FullName, Run(without), new(default, default, 0), new() { Force = true });
        Assert.False(File.Exists(file));
        File.WriteAllText(file, recorded);
        Assert.Equal(
            $"{file}: is of another run: the manifest.json beside it names no recording",
            Assert
                .Throws<ExternalException>(() => ExternalModels.Replayed(scenario, _folder.FullName))
                .Message
        );
    }

    [Fact]
    public void A_recording_of_something_else_says_what_it_lacks()
    {
        string file = Path.Combine(_folder.FullName, "external.jsonl");
        File.WriteAllText(file, "");
        Scenario scenario = Outside.Scenario("label");
        using ExternalModels models = ExternalModels.Replayed(scenario, file);
        ExternalException refusal = Assert.Throws<ExternalException>(() =>
            Outside.Model(scenario, models).Answer(scenario.World.Task!.HeldOut[0])
        );
        Assert.Equal(
            "the recording has no answer to 'digits 0': it is of another scenario, seed or program",
            refusal.Message
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"asked":"a","program":"b","about":"c","version":"0"}""")]
    [InlineData("""{"asked":"a","program":"b","about":"c","version":0}""")]
    [InlineData("""{"asked":"a","program":"b","about":"c","version":0,"failed":null}""")]
    [InlineData("""{"asked":"a","program":"b","about":"c","version":0,"answer":{"text":"\ud800"}}""")]
    public void A_line_that_is_no_recorded_answer_is_told_with_its_place(string line)
    {
        string file = Path.Combine(_folder.FullName, "external.jsonl");
        File.WriteAllText(file, line + "\n");
        ExternalException refusal = Assert.Throws<ExternalException>(() =>
            ExternalModels.Replayed(Outside.Scenario("label"), _folder.FullName)
        );
        Assert.Equal($"{file}(1,1): this line is no recorded answer", refusal.Message);
    }

    /// <summary>Runs a scenario and writes its result.</summary>
    /// <returns>The recording of it.</returns>
    private string WriteResult(Scenario scenario)
    {
        using ExternalModels live = ExternalModels.Live(scenario);
        ResultStore.Write(_folder.FullName, Run(scenario.With(live)), new(default, default, 0));
        return Path.Combine(_folder.FullName, ResultFiles.External);
    }

    private static RunResult Run(Scenario scenario, int threads = 1) =>
        Runner.Run(scenario, threads, cancel: TestContext.Current.CancellationToken);
}
