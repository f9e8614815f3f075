using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks;

public sealed class ForkTests
{
    private const int Asked = 150;

    public static TheoryData<string> All =>
        [
            "softmax",
            "perceptron",
            "convolution",
            "nearest-neighbours",
            "majority-class",
            "ngram",
            "char-net",
            "order-1",
            "ridge",
            "ridge-of-classes",
            "stumps",
            "table-perceptron",
            "seasonal-naive",
            "table-baseline",
            "ibm-model-1",
            "phrase-memory",
            "nearest-sentence",
            "source-copy",
        ];

    /// <summary>Those that the same budget on more data makes better.</summary>
    public static TheoryData<string> Learning =>
        [.. All.Select(x => x.Data).Except(["majority-class", "table-baseline", "source-copy"])];

    [Theory]
    [MemberData(nameof(All))]
    public void A_twin_goes_on_like_the_model_that_it_is_a_copy_of(string kind)
    {
        IModel model = Make(kind, Few(kind));
        long step = Step(kind);
        model.Train(3 * step / 2);
        Answers(kind, model);
        IModel twin = model.Fork()!;
        foreach (long budget in new[] { step / 3, step, 7 * step / 2, 20 * step })
        {
            Assert.Equal(model.Train(budget), twin.Train(budget));
            Assert.Equal(Answers(kind, model), Answers(kind, twin));
            Assert.Equal(model.Version, twin.Version);
            Assert.Equal(model.AnswerOperations, twin.AnswerOperations);
            Assert.Equal(model.Bytes, twin.Bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Learning))]
    public void Whatever_a_copy_learns_leaves_the_model_as_it_is(string kind)
    {
        IModel model = Make(kind, Few(kind)),
            alone = Make(kind, Few(kind));
        long step = Step(kind);
        model.Train(step);
        alone.Train(step);
        IModel copy = model.Fork(Many(kind), new Rng(9))!;
        copy.Train(50 * step);
        IAnswer[] before = Answers(kind, alone);
        Assert.NotEqual(before, Answers(kind, copy));
        Assert.Equal(before, Answers(kind, model));
        Assert.Equal(alone.Train(5 * step), model.Train(5 * step));
        Assert.Equal(Answers(kind, alone), Answers(kind, model));
    }

    [Theory]
    [MemberData(nameof(Learning))]
    public void A_copy_with_data_of_its_own_becomes_better_than_the_model_was(string kind)
    {
        IModel model = Make(kind, Few(kind));
        model.Train(10 * Step(kind));
        double before = Quality(kind, model);
        IModel copy = model.Fork(Many(kind), new Rng(9))!;
        Assert.Equal(before, Quality(kind, copy));
        Assert.True(copy.Train(400 * Step(kind)) > 0);
        Assert.True(copy.Version > model.Version);
        Assert.InRange(Quality(kind, copy), before + 0.002, 1);
    }

    [Theory]
    [MemberData(nameof(Learning))]
    public void Nobody_learns_from_data_of_another_task(string kind)
    {
        IModel model = Make(kind, Few(kind));
        ITrainingData other = Many(TaskOf(kind) is ImageRecognition ? "ngram" : "softmax");
        Assert.Null(model.Fork(other, new Rng(1)));
        Assert.Null(new SharedModel(model).Fork(other, new Rng(1)));
    }

    [Fact]
    public void Images_of_another_size_teach_a_copy_nothing() =>
        Assert.Null(Make("softmax", Few("softmax")).Fork(ImageShard.Draw(DataCatalog.Digits, 1, 0, new(1))));

    [Fact]
    public void A_copy_of_a_model_in_a_world_that_moves_has_both_worlds()
    {
        DriftingTask task = new(ImageRecognition.Fashion, ImageRecognition.FashionTurned);
        ITrainingData turned = ImageShard.Draw(ImageRecognition.FashionTurned.Images, 0.1, 0, new(3));
        DriftingModel model = new(Make("softmax", Few("softmax")), Make("softmax", turned));
        model.Move(0.5);
        model.Train(20 * Step("softmax"));
        IModel twin = model.Fork()!,
            other = model.Fork(new DriftingData(Many("softmax"), turned), new Rng(3))!;
        Assert.Null(model.Fork(Many("softmax"), new Rng(3)));
        double quality = ModelQuality.Measure(task, model, Asked, 0.5);
        Assert.Equal(quality, ModelQuality.Measure(task, twin, Asked, 0.5));
        model.Train(10 * Step("softmax"));
        twin.Train(10 * Step("softmax"));
        Assert.Equal(ModelQuality.Measure(task, model, Asked, 1), ModelQuality.Measure(task, twin, Asked, 1));
        Assert.Equal(quality, ModelQuality.Measure(task, other, Asked, 0.5));
    }

    private static long Step(string kind) =>
        kind switch
        {
            "majority-class" => 10,
            "nearest-neighbours" => 5_000,
            "ngram" or "order-1" => 20_000,
            "ridge-of-classes" => 60_000,
            "ibm-model-1" or "phrase-memory" or "nearest-sentence" => 20_000,
            _ => 400_000,
        };

    private static IModel Make(string kind, ITrainingData data) =>
        (kind, data) switch
        {
            ("softmax", ImageShard x) => new SoftmaxRegression(x, 0.1, new Rng(1)),
            ("perceptron", ImageShard x) => new Perceptron(x, 13, 0.1, new Rng(1)),
            ("convolution", ImageShard x) => new Convolution(x, 3, 0.1, new Rng(1)),
            ("nearest-neighbours", ImageShard x) => new NearestNeighbours(x, 5, 600),
            ("majority-class", ImageShard x) => new MajorityClass(x),
            ("ngram", TextShard x) => new NgramModel(x, 4, 1 << 16),
            ("char-net", TextShard x) => new CharacterNetwork(x, 4, 16, 0.1, new Rng(1)),
            ("order-1", TextShard x) => new PairModel(x),
            ("ridge" or "ridge-of-classes", TableShard x) => new RidgeRegression(x, 10),
            ("stumps", TableShard x) => new BoostedStumps(x, 0.1, new Rng(1)),
            ("table-perceptron", TableShard x) => new TablePerceptron(x, 16, 0.05, new Rng(1)),
            ("seasonal-naive", TableShard x) => new SeasonalNaive(x, 20),
            ("table-baseline", TableShard x) => new TableBaseline(x.Table),
            ("ibm-model-1", SentenceShard x) => new IbmModel1(x, 2),
            ("phrase-memory", SentenceShard x) => new PhraseMemory(x, 2, 3),
            ("nearest-sentence", SentenceShard x) => new NearestSentence(x),
            _ => new SourceCopy(),
        };

    private static ITrainingData Few(string kind) => Data(kind, 0.005, 1);

    private static ITrainingData Many(string kind) => Data(kind, 0.3, 2);

    private static ITrainingData Data(string kind, double share, ulong seed) =>
        TaskOf(kind) switch
        {
            ImageRecognition images => ImageShard.Draw(images.Images, share, 0, new(seed)),
            NovelCompletion novels => TextShard.Draw(novels.Novels, share / 10, 0, new(seed)),
            TableTask table => TableShard.Draw(table.Table, Math.Min(1, 5 * share), 0, new(seed)),
            LanguageTranslation languages => SentenceShard.Draw(languages.Sentences, share, 0, new(seed)),
            _ => throw new ArgumentException(kind),
        };

    private static ITask TaskOf(string kind) =>
        kind switch
        {
            "ngram" or "char-net" or "order-1" => NovelCompletion.Austen,
            "ridge" or "stumps" or "table-perceptron" => TableTask.Concrete,
            "ridge-of-classes" => TableTask.BreastCancer,
            "seasonal-naive" or "table-baseline" => TableTask.Weather,
            "ibm-model-1" or "phrase-memory" or "nearest-sentence" or "source-copy" =>
                LanguageTranslation.Spanish,
            _ => ImageRecognition.Fashion,
        };

    private static double Quality(string kind, IModel model) =>
        ModelQuality.Measure(TaskOf(kind), model, 2 * Asked);

    private static IAnswer[] Answers(string kind, IModel model) =>
        [.. TaskOf(kind).HeldOut.Take(Asked).Select(model.Answer)];
}
