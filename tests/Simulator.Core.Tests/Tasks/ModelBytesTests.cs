using System.Reflection;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks;

public sealed class ModelBytesTests
{
    private static readonly ImageShard Images = ImageShard.Draw(DataCatalog.Digits, 0.2, 0, new(1));
    private static readonly TextShard Text = TextShard.Draw(DataCatalog.Austen, 0.01, 0, new(1));
    private static readonly TableShard Table = TableShard.Draw(DataCatalog.Weather, 0.2, 0, new(1));
    private static readonly SentenceShard Pairs = SentenceShard.Draw(
        LanguageTranslation.German.Sentences,
        0.01,
        0,
        new(1)
    );

    [Fact]
    public void A_model_takes_the_bytes_of_its_numbers()
    {
        // 64 pixels and a bias to each of 16 units, these and a bias to each of 10 classes; vectors are whole.
        Assert.Equal((65 * 16 + 10 * 16 + 10) * 4, new Perceptron(Images, 16, 0.1, new Rng(1)).Bytes);
        Assert.Equal(65 * 16 * 4, new SoftmaxRegression(Images, 0.1, new Rng(1)).Bytes);
        Assert.Equal(100 * 64 * 2, new NearestNeighbours(Images, 3, 100).Bytes);
        Assert.InRange(new NgramModel(Text, 4, 1 << 18).Bytes, 1 << 18, (1 << 18) + 10_000);
    }

    [Fact]
    public void Wider_models_take_more()
    {
        Assert.True(
            new Convolution(Images, 4, 0.1, new Rng(1)).Bytes
                > new Convolution(Images, 1, 0.1, new Rng(1)).Bytes
        );
        Assert.True(
            new CharacterNetwork(Text, 5, 64, 0.1, new Rng(1)).Bytes
                > 2 * new CharacterNetwork(Text, 5, 16, 0.1, new Rng(1)).Bytes
        );
        Assert.True(
            new TablePerceptron(Table, 64, 0.1, new Rng(1)).Bytes
                > 2 * new TablePerceptron(Table, 16, 0.1, new Rng(1)).Bytes
        );
    }

    [Fact]
    public void What_remembers_takes_more_with_all_that_it_remembers()
    {
        IModel[] models =
        [
            new IbmModel1(Pairs, 2),
            new PhraseMemory(Pairs, 1, 3),
            new NearestSentence(Pairs),
        ];
        foreach (IModel model in models)
        {
            long before = model.Bytes;
            model.Train(10_000_000);
            Assert.True(model.Bytes > before, model.Name);
        }
    }

    [Fact]
    public void Every_array_but_mere_working_space_is_counted()
    {
        RidgeRegression ridge = new(Table, 1);
        Assert.Equal(
            Held(ridge, working: ["_inputs"])
                + Held(Part(ridge, "_equations"), working: ["_row", "_factor", "_solution"]),
            ridge.Bytes
        );
        SeasonalNaive seasonal = new(Table, 20);
        Assert.Equal(Held(seasonal), seasonal.Bytes);
        // What its leaves add up to on the rows of the shard can be worked out anew.
        BoostedStumps stumps = new(Table, 0.1, new Rng(1));
        Assert.Equal(Held(stumps, working: ["_outputs", "_errors", "_curvatures"]), stumps.Bytes);
        PairModel pairs = new(Text);
        Assert.Equal(Held(Part(pairs, "_counts")), pairs.Bytes);
    }

    [Fact]
    public void A_baseline_takes_the_little_that_it_knows()
    {
        Assert.Equal(10 * sizeof(int), new MajorityClass(Images).Bytes);
        Assert.Equal(0, new TableBaseline(DataCatalog.Weather).Bytes);
        Assert.Equal(sizeof(double), new TableBaseline(DataCatalog.Concrete).Bytes);
        Assert.Equal(sizeof(double), new TableBaseline(DataCatalog.BreastCancer).Bytes);
        Assert.Equal(0, new SourceCopy().Bytes);
    }

    /// <summary>Bytes of the arrays that an object holds itself, but for those that are named, all of which it must have.</summary>
    private static long Held(object owner, params string[] working)
    {
        FieldInfo[] arrays = [.. Fields(owner).Where(field => field.FieldType.IsArray)];
        Assert.NotEmpty(arrays);
        Assert.Subset(arrays.Select(field => field.Name).ToHashSet(), working.ToHashSet());
        return arrays
            .Where(field => !working.Contains(field.Name))
            .Sum(field =>
                ((Array)field.GetValue(owner)!).LongLength * SizeOf(field.FieldType.GetElementType()!)
            );
    }

    private static object Part(object owner, string name) =>
        Fields(owner).Single(field => field.Name == name).GetValue(owner)!;

    private static FieldInfo[] Fields(object owner) =>
        owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    private static int SizeOf(Type element) =>
        element == typeof(int) ? sizeof(int)
        : element == typeof(double) ? sizeof(double)
        : element == typeof(Vector256<float>) || element == typeof(Vector256<double>) ? 32
        : throw new ArgumentException($"How large is a {element}?", nameof(element));
}
