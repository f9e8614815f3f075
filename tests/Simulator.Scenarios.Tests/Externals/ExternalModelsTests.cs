using System.Text.Json.Nodes;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Externals;

public sealed class ExternalModelsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-outside-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Miners_of_one_command_share_a_process_and_ask_nothing_twice()
    {
        Scenario scenario = Outside.Scenario("counter");
        using ExternalModels models = ExternalModels.Live(scenario);
        Scenario bound = scenario.With(models);
        IModel one = Outside.Model(scenario, models),
            other = Outside.Model(bound, models);
        IQuestion[] questions = [.. scenario.World.Task!.HeldOut.Take(3)];
        int[] ofOne = [.. questions.Select(q => ((LabelAnswer)one.Answer(q)).Label)];
        int[] ofOther = [.. questions.Reverse().Select(q => ((LabelAnswer)other.Answer(q)).Label)];
        Assert.Equal([1, 2, 3], ofOne);
        Assert.Equal([3, 2, 1], ofOther);
        Assert.Equal(3, models.Recorded.Count(c => c == '\n'));
    }

    [Fact]
    public void Training_leads_to_the_version_that_the_program_says()
    {
        Scenario scenario = Outside.Scenario("label", more: "trains: true,");
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        Assert.Equal((500, 1), (model.Train(1_000), model.Version));
        Assert.Equal((250, 2), (model.Train(500), model.Version));
        Assert.Contains("\"about\":\"train 500\"", models.Recorded, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_that_says_it_spent_more_than_it_could_has_failed()
    {
        Scenario scenario = Outside.Scenario("spender", more: "trains: true,");
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        Assert.Equal((0, 0), (model.Train(1_000), model.Version));
        const string Reason = "training needs a 'version' of at least 0 and 'spent' from 0 to 1000";
        Assert.Equal(Reason, Assert.Single(models.Failures).FirstReason);
        Assert.Equal(Reason, (string?)JsonNode.Parse(models.Recorded)!["failed"]);
    }

    [Fact]
    public void A_program_that_does_not_train_is_not_asked_to()
    {
        Scenario scenario = Outside.Scenario("crash");
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        Assert.Equal((0, 0), (model.Train(1_000), model.Version));
        Assert.Empty(models.Failures);
    }

    // An English sentence alone does not say into which language it is to be translated.
    [Fact]
    public void Where_the_world_moves_a_question_names_the_task_that_it_is_of()
    {
        Scenario scenario = Outside.Scenario("task", "translation-es\ndrift: { to: translation-de }");
        ITask world = scenario.World.Task!;
        (IQuestion spanish, IQuestion german) = world
            .HeldOut.Join(world.HeldOutLater, q => q.ToString(), q => q.ToString(), (es, de) => (es, de))
            .First();
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        Assert.Equal("it says 'translation-es'", ((FailedAnswer)model.Answer(spanish)).Reason);
        Assert.Equal("it says 'translation-de'", ((FailedAnswer)model.Answer(german)).Reason);
        Assert.Equal(2, models.Recorded.Count(c => c == '\n'));
    }

    [Fact]
    public void A_program_that_hangs_is_stopped_and_started_again()
    {
        Scenario scenario = Outside.Scenario("hang", more: "timeout: 0.2 s,");
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        // Its first question after each start it answers, and never a second.
        IAnswer[] answers = [.. scenario.World.Task!.HeldOut.Take(10).Select(model.Answer)];
        Assert.Equal(
            [true, false, true, false, true, false, true, false, false, false],
            answers.Select(answer => answer is LabelAnswer)
        );
        const string Late = "no answer within 0.2 s; the program was stopped";
        Assert.Equal(Late, ((FailedAnswer)answers[1]).Reason);
        Assert.Equal($"the program is given up after 4 starts ({Late})", ((FailedAnswer)answers[^2]).Reason);
        Assert.Equal(((FailedAnswer)answers[^2]).Reason, ((FailedAnswer)answers[^1]).Reason);
        ExternalFailures failures = Assert.Single(models.Failures);
        Assert.Equal(
            ("mine 1", 6, 10, Late),
            (failures.Miner, failures.Failed, failures.Asked, failures.FirstReason)
        );
        Assert.Equal($"mine 1: 6 of 10 answers failed; the first: {Late}", failures.ToString());
    }

    [Fact]
    public void A_program_that_never_answered_may_keep_its_replies_in_a_buffer()
    {
        Scenario scenario = Outside.Scenario("mute", more: "timeout: 0.1 s,", startup: "0 s");
        using ExternalModels models = ExternalModels.Live(scenario);
        IAnswer answer = Outside.Model(scenario, models).Answer(scenario.World.Task!.HeldOut[0]);
        Assert.Equal(
            "no answer within 0.1 s; the program was stopped and had never answered: does it flush its replies?",
            Assert.IsType<FailedAnswer>(answer).Reason
        );
    }

    [Fact]
    public void Failed_answers_are_counted_by_the_run_and_end_nothing()
    {
        Scenario scenario = Outside.Scenario("garbage");
        using ExternalModels models = ExternalModels.Live(scenario);
        RunResult run = Run(scenario.With(models));
        Assert.Equal(RunStatus.Complete, run.Status);
        Assert.Equal(["mine 1", "mine 2"], models.Failures.Select(f => f.Miner));
        Assert.True(run.Metrics.Single(m => m.Metric == "failed_answers" && m.Of.Length == 0).Last > 0);
    }

    [Fact]
    public void Without_agreement_nothing_outside_is_asked()
    {
        ExternalException refusal = Assert.Throws<ExternalException>(() => Run(Outside.Scenario("label")));
        Assert.Equal(
            "outside asks models outside the simulator; agree with Scenario.With(ExternalModels.Live(scenario))",
            refusal.Message
        );
    }

    [Theory]
    [InlineData("no-such-program-anywhere", "")]
    [InlineData("./no-such-file", "")]
    [InlineData("python3 model.py", "; arguments are entries of their own, as in [python3, model.py]")]
    public void A_program_that_is_not_there_is_told_before_anything_runs(string program, string more)
    {
        ExternalException refusal = Assert.Throws<ExternalException>(() =>
            ExternalModels.Live(Outside.OfSection($"command: [{program}],"))
        );
        Assert.Equal(
            $"'{program}' is no program that can be started: neither on PATH nor, with a '/', from {Directory.GetCurrentDirectory()}{more}",
            refusal.Message
        );
    }

    [Fact]
    public void The_command_is_part_of_the_plan_and_its_folder_is_not()
    {
        Scenario scenario = Outside.Scenario("label");
        Assert.NotEqual(Outside.Scenario("nan").PlanHash, scenario.PlanHash);
        Assert.DoesNotContain(
            Directory.GetCurrentDirectory(),
            scenario.Resolved["miners"]![1]!["external"]!.AsObject().Select(entry => entry.Key)
        );
        Assert.Equal(scenario.PlanHash, ScenarioFile.Parse(scenario.Resolved.ToJsonString()).PlanHash);
    }

    [Theory]
    [InlineData("external, external: { command: [a] }", 0)]
    [InlineData("softmax, data_share: 0.5", 4)]
    public void A_firm_pays_for_the_data_that_its_model_reads(string model, double usd)
    {
        Scenario scenario = ScenarioFile.Parse(
            $$"""
            schema: sim/v1
            name: firms
            task: digits
            prices: { data: 8 USD }
            miners: [{ name: mine, count: 1, strategy: firm, hardware: laptop, model: {{model}} }]
            """
        );
        using ExternalModels models = ExternalModels.Replayed(scenario, EmptyRecording());
        var firm = (FirmMiner)scenario.With(models).World.Miners[0].Recipe(new Rng(1));
        Assert.Equal(usd, firm.OtherUsd);
    }

    private string EmptyRecording()
    {
        string file = Path.Combine(_folder.FullName, "empty.jsonl");
        File.WriteAllText(file, "");
        return file;
    }

    private static RunResult Run(Scenario scenario, int threads = 1) =>
        Runner.Run(scenario, threads, cancel: TestContext.Current.CancellationToken);
}
