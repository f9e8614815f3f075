using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Scenarios.Sections;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Models.Onnx.Tests;

/// <summary>A model of ours and its ONNX file say the same of every held-out question.</summary>
public sealed class ExportTests
{
    private const double Tolerance = 1e-5;

    private static readonly OnnxSection Pixels = new() { Files = [], Reads = TensorReads.Pixels };

    public static TheoryData<int> Widths => [8, 13, 64];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_perceptron_gives_equal_scores_and_classes(int hidden)
    {
        ImageRecognition task = ImageRecognition.Digits;
        Perceptron ours = new(ImageShard.Draw(task.Images, 0.5, 0, new Rng(1)), hidden, 0.1, new Rng(2));
        ours.Train(20_000_000);
        Network network = new(Exports.Of(ours, task.Images.PixelCount).ToFile());
        Lanes[] units = new Lanes[ours.Hidden.Vectors];

        AssertEqual(
            task,
            ours,
            network,
            image =>
            {
                float[] sums = new float[ImageSet.ClassCount];
                ours.Hidden.Read(task.Images.Lit(image), units);
                for (int v = 0; v < units.Length; v++)
                {
                    units[v] = Vector256.Max(units[v], Lanes.Zero);
                }
                ours.Output.Read(units, sums);
                return sums;
            }
        );
        Assert.Equal(
            (long)(task.Images.PixelCount + 1) * hidden + ImageSet.ClassCount * (hidden + 1),
            network.Parameters
        );
    }

    [Fact]
    public void A_softmax_regression_gives_equal_scores_and_classes()
    {
        ImageRecognition task = ImageRecognition.Fashion;
        SoftmaxRegression ours = new(ImageShard.Draw(task.Images, 0.2, 0.1, new Rng(1)), 0.1, new Rng(2));
        ours.Train(50_000_000);
        Lanes[] sums = new Lanes[ours.Layer.Vectors];

        AssertEqual(
            task,
            ours,
            new(Exports.Of(ours, task.Images.PixelCount).ToFile()),
            image =>
            {
                ours.Layer.Read(task.Images.Lit(image), sums);
                return MemoryMarshal.Cast<Lanes, float>(sums.AsSpan())[..ImageSet.ClassCount].ToArray();
            }
        );
    }

    [Fact]
    public void A_table_perceptron_gives_equal_numbers()
    {
        TableTask task = TableTask.Concrete;
        TablePerceptron ours = new(TableShard.Draw(task.Table, 0.5, 0, new Rng(1)), 16, 0.1, new Rng(2));
        ours.Train(5_000_000);

        AssertEqual(task, ours, Exports.Of(ours, task.Table), new() { Files = [], Says = TensorSays.Number });
    }

    [Fact]
    public void A_ridge_regression_gives_equal_probabilities()
    {
        TableTask task = TableTask.BreastCancer;
        RidgeRegression ours = new(TableShard.Draw(task.Table, 1, 0, new Rng(1)), 10);
        ours.Train(long.MaxValue);

        AssertEqual(
            task,
            ours,
            Exports.Of(ours, task.Table),
            new() { Files = [], Says = TensorSays.LogOdds }
        );
    }

    [Fact]
    public void A_table_of_pairs_completes_equal_texts()
    {
        NovelCompletion task = NovelCompletion.Austen;
        PairModel ours = new(TextShard.Draw(task.Novels, 0.1, 0, new Rng(1)));
        ours.Train(long.MaxValue);
        OnnxSection wanted = new()
        {
            Files = [],
            Reads = TensorReads.Codes,
            Says = TensorSays.Probabilities,
            Window = 1,
        };
        Checkpoint theirs = Opened(Exports.Of(ours), new TextForm(task.Novels, wanted));

        foreach (IQuestion question in task.HeldOut.Take(50))
        {
            TextAnswer expected = (TextAnswer)ours.Answer(question);
            TextAnswer found = Assert.IsType<TextAnswer>(theirs.Answer(question));
            Assert.Equal(expected.Text, found.Text);
            Assert.Equal(expected.Probabilities, found.Probabilities);
        }
        Assert.Equal(2L * Alphabet.Size * Alphabet.Size * Examination.Predictions, theirs.Operations);
    }

    private static void AssertEqual(
        ImageRecognition task,
        IModel ours,
        Network network,
        Func<int, float[]> scoresOf
    )
    {
        ImageForm form = new(task.Images, Pixels);
        Port port = new(network, "pixels", "scores", form);
        Checkpoint theirs = new(network, port, form);
        double furthest = 0;
        foreach (IQuestion question in task.HeldOut)
        {
            float[] expected = scoresOf(((ImageQuestion)question).Image);
            float[] found = port.Run(((ImageQuestion)question).Pixels());
            furthest = expected.Zip(found, (a, b) => (double)Math.Abs(a - b)).Append(furthest).Max();
            Assert.Same(ours.Answer(question), theirs.Answer(question));
        }
        Assert.InRange(furthest, 0, Tolerance);
    }

    private static void AssertEqual(TableTask task, IModel ours, OnnxWriter file, OnnxSection wanted)
    {
        Checkpoint theirs = Opened(file, new TableForm(task.Table, wanted));
        foreach (IQuestion question in task.HeldOut)
        {
            double expected = ((NumberAnswer)ours.Answer(question)).Value;
            double found = Assert.IsType<NumberAnswer>(theirs.Answer(question)).Value;
            Assert.Equal(expected, found, Tolerance * Math.Max(1, Math.Abs(expected)));
        }
    }

    private static Checkpoint Opened(OnnxWriter file, IQuestionForm form)
    {
        Network network = new(file.ToFile());
        return new(network, new(network, null, null, form), form);
    }
}
