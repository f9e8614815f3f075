using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Simulator.Core.Chain;
using Simulator.Core.Metrics;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;
using Simulator.Scenarios;
using Simulator.Scenarios.Results;

namespace Simulator.Models.Onnx.Tests;

/// <summary>Scenarios whose miners answer with networks out of files, from the file to the tables.</summary>
public sealed class ScenarioRunTests : IDisposable
{
    private readonly OnnxFolder _folder = new();

    [Fact]
    public void A_trained_network_earns_more_than_one_that_always_says_the_same()
    {
        ImageRecognition task = ImageRecognition.Fashion;
        Perceptron ours = new(ImageShard.Draw(task.Images, 0.3, 0, new Rng(1)), 16, 0.1, new Rng(2));
        ours.Train(200_000_000);
        _folder.With("mine.onnx", Exports.Of(ours, 196)).With("dull.onnx", Networks.Constant(3, -1, 196));
        string scenario = _folder.Scenario(
            """
            epochs: 6
            task: fashion
            subnet: { max_allowed_uids: 12, min_allowed_uids: 8 }
            validators: [{ name: validators, count: 2, stake: 1000 alpha }]
            miners:
              - { name: mine, count: 3, model: onnx, onnx: { files: [mine.onnx], input: pixels, output: scores } }
              - { name: dull, count: 3, model: onnx, onnx: { files: [dull.onnx] } }
            expect:
              - { metric: incentive_share, of: mine, at: last, min: 0.9 }
            """
        );

        (int code, string output, string error) = _folder.Run(
            "run",
            scenario,
            "--quiet",
            "--out",
            _folder["result"]
        );

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(
            "Answers of ONNX models are those of this kind of processor: another may round otherwise.",
            output,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "cpu; answers of ONNX models are those of this kind of processor",
            (string?)JsonNode.Parse(File.ReadAllText(_folder["result/manifest.json"]))!["execution"]
        );
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder["mine.onnx"]))),
            (string?)
                JsonNode.Parse(File.ReadAllText(_folder["result/manifest.json"]))!["plan"]!["miners"]![0]![
                    "onnx"
                ]!["sha256"]![0]
        );
        Assert.Contains(
            "Answers of ONNX models are those of this kind of processor: another may round otherwise.",
            File.ReadAllText(_folder["result/report.html"]),
            StringComparison.Ordinal
        );
        RunResult run = Run(Load(scenario));
        Assert.Equal(
            ModelQuality.Measure(task, ours, 1000),
            run["neurons"]["model_quality"].Values<double>()[^6],
            1e-12
        );
    }

    [Fact]
    public void The_hash_of_each_file_belongs_to_the_plan()
    {
        string scenario = Digits("mine", "files: [a.onnx]", 1);
        _folder.With("a.onnx", Networks.Constant(3, -1, 64));
        Scenario first = Load(scenario);
        _folder.With("a.onnx", Networks.Constant(4, -1, 64));
        Scenario second = Load(scenario);

        JsonNode onnx = first.Resolved["miners"]![0]!["onnx"]!;
        Assert.Matches("^[0-9a-f]{64}$", (string?)onnx["sha256"]![0]);
        Assert.Equal(("pixels", "scores"), ((string?)onnx["reads"], (string?)onnx["says"]));
        Assert.NotEqual(first.PlanHash, second.PlanHash);
    }

    [Fact]
    public void The_resolved_scenario_reads_back_as_the_same()
    {
        _folder.With("a.onnx", Networks.Constant(3, -1, 64)).With("b.onnx", Networks.Constant(4, -1, 64));
        Scenario first = Load(
            Digits(
                "mine",
                "files: [a.onnx, b.onnx], prices: [0 MFLOP, 2.5 MFLOP], answer_operations: 7 FLOP",
                1
            )
        );
        File.WriteAllText(_folder["again.yaml"], first.Resolved.ToJsonString());

        Assert.Equal(first.PlanHash, Load(_folder["again.yaml"]).PlanHash);
    }

    [Fact]
    public void Miners_with_equal_files_share_a_network_and_its_answers()
    {
        (int networks, int checkpoints) = (OnnxFolder.Source.Networks, OnnxFolder.Source.Checkpoints);
        OnnxWriter network = Networks.Constant(5, 1, 8, 8, 1);
        _folder.With("a.onnx", network).With("b.onnx", network);
        string scenario = Digits("mine", "files: [a.onnx], reads: pixels-nhwc", 2);
        File.AppendAllText(
            scenario,
            "  - { name: others, model: onnx, onnx: { files: [b.onnx], reads: pixels-nhwc } }\n"
        );

        IModel[] models = [.. Load(scenario).World.Miners.Select(group => group.Recipe(new Rng(1)).Model!)];

        IQuestion question = ImageRecognition.Digits.HeldOut[0];
        Assert.Equal(LabelAnswer.Of(5), models[0].Answer(question));
        Assert.Equal(LabelAnswer.Of(5), models[1].Answer(question));
        Assert.Equal(
            (networks + 1, checkpoints + 1),
            (OnnxFolder.Source.Networks, OnnxFolder.Source.Checkpoints)
        );
    }

    [Fact]
    public void Training_buys_the_next_checkpoint()
    {
        _folder
            .With("a.onnx", Networks.Constant(1, -1, 64))
            .With("b.onnx", Networks.Constant(2, -1, 64))
            .With("c.onnx", Networks.Constant(3, 7, 1, 8, 8));
        Scenario scenario = Load(Digits("mine", "files: [a.onnx, b.onnx], prices: [0 MFLOP, 5 MFLOP]", 1));
        IModel model = scenario.World.Miners[0].Recipe(new Rng(1)).Model!;
        IQuestion question = ImageRecognition.Digits.HeldOut[0];

        Assert.Equal((0, LabelAnswer.Of(1)), (model.Version, model.Answer(question)));
        Assert.Equal(0, model.Train(4_999_999));
        Assert.Equal((0, LabelAnswer.Of(1)), (model.Version, model.Answer(question)));
        Assert.Equal(5_000_000, model.Train(1));
        Assert.Equal((1, LabelAnswer.Of(2)), (model.Version, model.Answer(question)));
        Assert.Equal(0, model.Train(1_000_000_000));
        Assert.Equal(1, model.Version);
        Assert.Equal(2 * (64 * 10 + 10), model.AnswerOperations);
        Assert.Equal(new FileInfo(_folder["b.onnx"]).Length, model.Bytes);
    }

    [Fact]
    public void A_checkpoint_that_is_not_paid_yet_answers_nothing()
    {
        _folder.With("a.onnx", Networks.Constant(1, -1, 64));
        Scenario scenario = Load(Digits("mine", "files: [a.onnx], prices: [1 MFLOP]", 1));
        IModel model = scenario.World.Miners[0].Recipe(new Rng(1)).Model!;

        Assert.Same(NoAnswer.Instance, model.Answer(ImageRecognition.Digits.HeldOut[0]));
        Assert.Equal(0, model.AnswerOperations);
        Assert.Equal(1_000_000, model.Train(3_000_000));
        Assert.Equal(LabelAnswer.Of(1), model.Answer(ImageRecognition.Digits.HeldOut[0]));
    }

    [Fact]
    public void A_batch_that_the_file_fixes_is_filled_up()
    {
        _folder.With("seven.onnx", Networks.Constant(6, 7, 1, 8, 8));
        Scenario scenario = Load(Digits("mine", "files: [seven.onnx], reads: pixels-nchw", 1));

        Assert.Equal(
            LabelAnswer.Of(6),
            scenario.World.Miners[0].Recipe(new Rng(1)).Model!.Answer(ImageRecognition.Digits.HeldOut[3])
        );
    }

    [Fact]
    public void A_question_of_another_task_gets_no_answer()
    {
        _folder.With("a.onnx", Networks.Constant(1, -1, 64));
        IModel model = Load(Digits("mine", "files: [a.onnx]", 1)).World.Miners[0].Recipe(new Rng(1)).Model!;

        Assert.Same(NoAnswer.Instance, model.Answer(ImageRecognition.Fashion.HeldOut[0]));
    }

    [Fact]
    public void A_world_that_moves_is_answered_by_the_same_row_of_checkpoints()
    {
        _folder.With("a.onnx", Networks.Constant(1, -1, 196)).With("b.onnx", Networks.Constant(2, -1, 196));
        Scenario scenario = Load(
            _folder.Scenario(
                """
                task: fashion
                drift: { to: fashion-turned }
                validators: [{ name: validators, stake: 1000 alpha }]
                miners:
                  - { name: mine, model: onnx, onnx: { files: [a.onnx, b.onnx], prices: [0 MFLOP, 5 MFLOP] } }
                """
            )
        );
        IModel model = scenario.World.Miners[0].Recipe(new Rng(1)).Model!;
        IQuestion before = ImageRecognition.Fashion.HeldOut[0],
            later = ImageRecognition.FashionTurned.HeldOut[0];
        Assert.Equal((true, false), (model.Knows(before), model.Knows(later)));
        model.Move(0.5);
        Assert.Equal([LabelAnswer.Of(1), LabelAnswer.Of(1)], [model.Answer(before), model.Answer(later)]);
        Assert.Equal(5_000_000, model.Train(5_000_000));
        Assert.Equal([LabelAnswer.Of(2), LabelAnswer.Of(2)], [model.Answer(before), model.Answer(later)]);
    }

    [Fact]
    public void A_world_does_not_move_to_questions_that_a_file_cannot_read()
    {
        _folder.With("a.onnx", Networks.Constant(1, -1, 64));
        string scenario = Digits("mine", "files: [a.onnx]", 1);
        File.AppendAllText(scenario, "drift: { to: fashion }\n");
        Assert.Equal(
            (
                2,
                "",
                "mine.yaml(7,48): error: miners[0].onnx: a file reads one shape: 'task: digits' has 8 × 8 pixels, 'drift.to: fashion' 14 × 14 pixels\n"
            ),
            _folder.Run("check", scenario)
        );
    }

    [Fact]
    public void Numbers_that_are_none_are_failed_answers_which_score_nothing_and_are_counted()
    {
        _folder.With("nan.onnx", Networks.NotANumber(64));
        Scenario scenario = Load(Digits("mine", "files: [nan.onnx]", 2));
        IModel model = scenario.World.Miners[0].Recipe(new Rng(1)).Model!;
        FailedAnswer answer = Assert.IsType<FailedAnswer>(model.Answer(ImageRecognition.Digits.HeldOut[0]));
        Assert.Equal("the network gave a number that is not finite", answer.Reason);

        RunResult run = Run(scenario);

        Table events = run["events"];
        string[] kinds = [.. events["kind"].Values<string>()];
        ulong[] amounts = [.. events["amount"].Values<ulong>()];
        int queried = kinds.Count(kind => kind == nameof(ChainEventKind.Queried));
        int[] failed =
        [
            .. kinds.Index().Where(k => k.Item == nameof(ChainEventKind.AnswersFailed)).Select(k => k.Index),
        ];
        Assert.True(queried > 0);
        // Two miners, asked sixteen questions in each round.
        Assert.Equal(2 * queried, failed.Length);
        Assert.All(failed, row => Assert.Equal(16ul, amounts[row]));
        Assert.Equal(16 * failed.Length, run["epochs"]["failed_answers"].Values<long>().ToArray().Sum());
        Assert.All(
            run["neurons"]["model_quality"].Values<double>().ToArray().Where(double.IsFinite),
            q => Assert.Equal(0, q)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_number_of_threads_gives_the_same_digest(int threads)
    {
        ImageRecognition task = ImageRecognition.Digits;
        Perceptron ours = new(ImageShard.Draw(task.Images, 0.5, 0, new Rng(1)), 16, 0.1, new Rng(2));
        ours.Train(20_000_000);
        _folder.With("a.onnx", Exports.Of(ours, 64));
        Scenario scenario = Load(Digits("mine", "files: [a.onnx]", 3));

        Assert.Equal(Run(scenario).Digest, Run(scenario, threads).Digest);
    }

    public void Dispose() => _folder.Dispose();

    private static Scenario Load(string file)
    {
        _ = OnnxFolder.Source;
        return ScenarioFile.Load(file, []);
    }

    private static RunResult Run(Scenario scenario, int threads = 1) =>
        Runner.Run(scenario, threads, cancel: TestContext.Current.CancellationToken);

    private string Digits(string name, string onnx, int count) =>
        _folder.Scenario(
            $$"""
            epochs: 2
            task: digits
            validators: [{ name: validators, stake: 1000 alpha }]
            miners:
              - { name: {{name}}, count: {{count}}, model: onnx, onnx: { {{onnx}} } }
            """
        );
}
