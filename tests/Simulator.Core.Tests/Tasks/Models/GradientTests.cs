using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

public sealed class GradientTests
{
    public static TheoryData<string> Kinds => Kind.All;

    // With weights that had moved within the batch the steps would differ by rate · gradient², some 10⁻³.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_goes_down_the_gradient_of_the_whole_batch(string kind)
    {
        const float Rate = 0.5f;
        const double Nudge = 1e-5;
        ImageShard shard = Kind.Digits(noise: 0.3);
        int[] batch = [0, 1, 2, 3, 4, 5, 6, 7, 7, 20, 21];
        IModel model = Kind.Make(kind, shard);
        model.Train(2_000_000);

        DoubleNetwork before = DoubleNetwork.Of(model);
        double[] from = before.Parameters();
        ((IClassifier)model).Learn(shard, batch, Rate);
        double[] to = DoubleNetwork.Of(model).Parameters();

        double steepest = 0;
        for (int parameter = 0; parameter < from.Length; parameter += 7)
        {
            before.Shift(parameter, Nudge);
            double above = before.Loss(shard, batch);
            before.Shift(parameter, -2 * Nudge);
            double below = before.Loss(shard, batch);
            before.Shift(parameter, Nudge);
            double gradient = (above - below) / (2 * Nudge);
            Assert.Equal(gradient, (from[parameter] - to[parameter]) / Rate, 2e-6);
            steepest = Math.Max(steepest, Math.Abs(gradient));
        }
        Assert.True(steepest > 0.05, $"The steepest gradient is {steepest}: nothing was tested.");
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("perceptron-13")]
    public void Padding_stays_zero(string kind)
    {
        IModel model = Kind.Make(kind, Kind.Digits());
        model.Train(5_000_000);
        PixelLayer layer = model is Perceptron perceptron
            ? perceptron.Hidden
            : ((SoftmaxRegression)model).Layer;
        int padded = layer.Biases.Length;
        for (int i = 0; i < layer.Weights.Length; i++)
        {
            Assert.True(i % padded < layer.Units || layer.Weights[i] == 0, $"Weight {i} moved.");
        }
    }

    // Nine units of a filter on digits: 36 and nine leave four and seven lanes of the last vector.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Padding_of_pooled_units_stays_zero(int filters)
    {
        var model = new Convolution(Kind.Digits(), filters, 0.1, new Rng(1));
        model.Train(5_000_000);
        ReadOnlySpan<float> weights = model.Output.Weights;
        int padded = weights.Length / ImageSet.ClassCount;
        Assert.Equal(9 * filters, model.Output.Units);
        for (int i = 0; i < weights.Length; i++)
        {
            Assert.True(i % padded < model.Output.Units || weights[i] == 0, $"Weight {i} moved.");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Answers_are_those_of_the_network_in_double_precision(string kind)
    {
        IModel model = Kind.Make(kind, Kind.Digits());
        model.Train(10_000_000);
        DoubleNetwork network = DoubleNetwork.Of(model);
        int[] expected =
        [
            .. ImageRecognition.Digits.HeldOut.Select(question =>
            {
                double[] sums = network.Sums(((ImageQuestion)question).Pixels(), width: 8);
                return Array.IndexOf(sums, sums.Max());
            }),
        ];
        Assert.Equal(expected, Kind.Answers(model, ImageRecognition.Digits));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Training_lowers_the_loss(string kind)
    {
        ImageShard shard = Kind.Digits();
        IEnumerable<int> all = Enumerable.Range(0, shard.Count);
        IModel model = Kind.Make(kind, shard);
        double last = DoubleNetwork.Of(model).Loss(shard, all);
        foreach (long budget in new[] { 1_000_000, 3_000_000, 9_000_000, 27_000_000 })
        {
            model.Train(budget);
            double loss = DoubleNetwork.Of(model).Loss(shard, all);
            Assert.True(loss < last, $"{last} became {loss}.");
            last = loss;
        }
    }
}
