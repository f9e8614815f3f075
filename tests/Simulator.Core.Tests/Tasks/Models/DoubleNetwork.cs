using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

/// <summary>A classifier's network written down anew in double precision, over dense images: no lanes, no padding. The first
/// layer of a convolution has nine inputs, and is laid on every place.</summary>
internal sealed class DoubleNetwork
{
    private readonly double[][,] _weights;
    private readonly double[][] _biases;

    private readonly bool _slides;

    private DoubleNetwork(double[][,] weights, double[][] biases, bool slides = false)
    {
        _slides = slides;
        _weights = weights;
        _biases = biases;
    }

    public static DoubleNetwork Of(IModel model) =>
        model switch
        {
            SoftmaxRegression m => new([ByInput(m.Layer)], [Copy(m.Layer.Biases, m.Layer.Units)]),
            Perceptron m => new(
                [ByInput(m.Hidden), ByOutput(m.Output)],
                [Copy(m.Hidden.Biases, m.Hidden.Units), Copy(m.Output.Biases, ImageSet.ClassCount)]
            ),
            Convolution m => new(
                [ByPixel(m.Filters), ByOutput(m.Output)],
                [Copy(m.Filters.Biases, m.Filters.Biases.Length), Copy(m.Output.Biases, ImageSet.ClassCount)],
                slides: true
            ),
            _ => throw new ArgumentException($"{model.Name} has no network.", nameof(model)),
        };

    /// <summary>Every weight and bias: layer by layer, first the weights by input, then output.</summary>
    public double[] Parameters() =>
        [
            .. Enumerable
                .Range(0, _weights.Length)
                .SelectMany(l => _weights[l].Cast<double>().Concat(_biases[l])),
        ];

    /// <summary>Adds to one of the parameters, counted as <see cref="Parameters"/> does.</summary>
    public void Shift(int parameter, double by)
    {
        for (int l = 0; ; l++)
        {
            int outputs = _biases[l].Length;
            if (parameter < _weights[l].Length)
            {
                _weights[l][parameter / outputs, parameter % outputs] += by;
                return;
            }
            parameter -= _weights[l].Length;
            if (parameter < outputs)
            {
                _biases[l][parameter] += by;
                return;
            }
            parameter -= outputs;
        }
    }

    /// <summary>Mean cross-entropy over places of a shard.</summary>
    public double Loss(ImageShard shard, IEnumerable<int> batch) =>
        batch.Average(i =>
        {
            double[] sums = Sums(shard.Images.Pixels(shard.Image(i)), shard.Images.Width);
            double largest = sums.Max();
            return largest + Math.Log(sums.Sum(s => Math.Exp(s - largest))) - sums[shard.Label(i)];
        });

    /// <summary>The sum of each class for an image.</summary>
    public double[] Sums(float[] pixels, int width)
    {
        double[] greys = [.. pixels.Select(p => (double)p)];
        double[] values = _slides ? Pooled(greys, width) : Layer(0, greys);
        return _weights.Length == 1 ? values : Layer(1, [.. values.Select(v => Math.Max(v, 0))]);
    }

    /// <summary>The largest sum of each filter on four places, filter by filter, row by row.</summary>
    private double[] Pooled(double[] pixels, int width)
    {
        int rows = (pixels.Length / width - 2) / 2;
        int columns = (width - 2) / 2;
        double[] pooled = new double[_biases[0].Length * rows * columns];
        for (int i = 0; i < pooled.Length; i++)
        {
            var (filter, place) = Math.DivRem(i, rows * columns);
            var (row, column) = Math.DivRem(place, columns);
            pooled[i] = Enumerable
                .Range(0, 4)
                .Max(k => Layer(0, Patch(2 * row + k / 2, 2 * column + k % 2))[filter]);
        }
        return pooled;

        double[] Patch(int top, int left) =>
            [.. Enumerable.Range(0, 9).Select(k => pixels[(top + k / 3) * width + left + k % 3])];
    }

    private double[] Layer(int l, double[] inputs)
    {
        double[] sums = [.. _biases[l]];
        for (int input = 0; input < inputs.Length; input++)
        {
            for (int output = 0; output < sums.Length; output++)
            {
                sums[output] += inputs[input] * _weights[l][input, output];
            }
        }
        return sums;
    }

    private static double[,] ByInput(PixelLayer layer)
    {
        int padded = layer.Biases.Length;
        double[,] weights = new double[layer.Weights.Length / padded, layer.Units];
        for (int i = 0; i < weights.Length; i++)
        {
            var (pixel, unit) = Math.DivRem(i, layer.Units);
            weights[pixel, unit] = layer.Weights[pixel * padded + unit];
        }
        return weights;
    }

    private static double[,] ByPixel(FilterLayer layer)
    {
        double[,] weights = new double[9, layer.Biases.Length];
        for (int i = 0; i < layer.Weights.Length; i++)
        {
            weights[i % 9, i / 9] = layer.Weights[i];
        }
        return weights;
    }

    private static double[,] ByOutput(ClassLayer layer)
    {
        int padded = layer.Weights.Length / ImageSet.ClassCount;
        double[,] weights = new double[layer.Units, ImageSet.ClassCount];
        for (int i = 0; i < weights.Length; i++)
        {
            var (unit, label) = Math.DivRem(i, ImageSet.ClassCount);
            weights[unit, label] = layer.Weights[label * padded + unit];
        }
        return weights;
    }

    private static double[] Copy(ReadOnlySpan<float> values, int count)
    {
        double[] copy = new double[count];
        for (int i = 0; i < count; i++)
        {
            copy[i] = values[i];
        }
        return copy;
    }
}
