using System.Runtime.InteropServices;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Models.Onnx.Tests;

/// <summary>Our own trained models as ONNX files.</summary>
internal static class Exports
{
    public static OnnxWriter Of(Perceptron model, int pixels)
    {
        int units = model.Hidden.Units;
        return new OnnxWriter()
            .Input("pixels", [-1, pixels])
            .Node("Gemm", ["pixels", "w1", "b1"], "sums")
            .Weights("w1", [pixels, units], Unpadded(model.Hidden.Weights, pixels, units))
            .Weights("b1", [units], Unpadded(model.Hidden.Biases, 1, units))
            .Node("Relu", ["sums"], "units")
            .Node("Gemm", ["units", "w2", "b2"], "scores", ("transB", 1))
            .Weights(
                "w2",
                [ImageSet.ClassCount, units],
                Unpadded(model.Output.Weights, ImageSet.ClassCount, units)
            )
            .Weights("b2", [ImageSet.ClassCount], model.Output.Biases.ToArray())
            .Output("scores", [-1, ImageSet.ClassCount]);
    }

    public static OnnxWriter Of(SoftmaxRegression model, int pixels) =>
        new OnnxWriter()
            .Input("pixels", [-1, pixels])
            .Node("Gemm", ["pixels", "w", "b"], "scores")
            .Weights(
                "w",
                [pixels, ImageSet.ClassCount],
                Unpadded(model.Layer.Weights, pixels, ImageSet.ClassCount)
            )
            .Weights("b", [ImageSet.ClassCount], Unpadded(model.Layer.Biases, 1, ImageSet.ClassCount))
            .Output("scores", [-1, ImageSet.ClassCount]);

    /// <summary>A network that gives what the model says beyond the baseline, as a number of the table.</summary>
    public static OnnxWriter Of(TablePerceptron model, TableSet table)
    {
        int units = model.Network.Units;
        int padded = (units + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        ReadOnlySpan<float> all = model.Network.Parameters();
        ReadOnlySpan<float> biases = all[(table.FeatureCount * padded)..];
        ReadOnlySpan<float> output = biases[padded..];
        (double scale, double origin) = Unit(table);
        return new OnnxWriter()
            .Input("features", [-1, table.FeatureCount])
            .Node("Gemm", ["features", "w1", "b1"], "sums")
            .Weights("w1", [table.FeatureCount, units], Unpadded(all, table.FeatureCount, units))
            .Weights("b1", [units], Unpadded(biases, 1, units))
            .Node("Relu", ["sums"], "units")
            .Node("Gemm", ["units", "w2", "b2"], "number")
            .Weights("w2", [units, 1], Scaled(Unpadded(output, 1, units), scale))
            .Weights("b2", [1], [(float)(origin + scale * output[padded])])
            .Output("number", [-1, 1]);
    }

    /// <summary>A network that gives what the model says beyond the baseline, as a number of the table.</summary>
    public static OnnxWriter Of(RidgeRegression model, TableSet table)
    {
        (double scale, double origin) = Unit(table);
        double[] weights = model.Weights.ToArray();
        return new OnnxWriter()
            .Input("features", [-1, table.FeatureCount])
            .Node("Gemm", ["features", "w", "b"], "number")
            .Weights("w", [table.FeatureCount, 1], [.. weights[..^1].Select(w => (float)(scale * w))])
            .Weights("b", [1], [(float)(origin + scale * weights[^1])])
            .Output("number", [-1, 1]);
    }

    /// <summary>A table of what follows each character, which reads one character by its number.</summary>
    public static OnnxWriter Of(PairModel model)
    {
        List<float> table = [];
        for (byte code = 0; code < Alphabet.Size; code++)
        {
            Lanes[] said = new Lanes[Examination.Vectors];
            ((INextCharacter)model).Predict([code], said);
            table.AddRange(MemoryMarshal.Cast<Lanes, float>(said.AsSpan())[..Alphabet.Size]);
        }
        return new OnnxWriter()
            .Input("codes", [-1, 1], OnnxWriter.Int64)
            .Node("Gather", ["table", "codes"], "rows")
            .Weights("table", [Alphabet.Size, Alphabet.Size], [.. table])
            .Node("Flatten", ["rows"], "probabilities", ("axis", 1))
            .Output("probabilities", [-1, Alphabet.Size]);
    }

    // What a model says 1 of, and where it says 0.
    private static (double Scale, double Origin) Unit(TableSet table) =>
        table.Kind == TableKind.Classification
            ? (1, table.BaselineLogOdds)
            : (table.Scale, table.Baseline(0));

    private static float[] Scaled(float[] weights, double scale) =>
        [.. weights.Select(w => (float)(scale * w))];

    /// <summary>Rows without what fills them up to whole vectors.</summary>
    private static float[] Unpadded(ReadOnlySpan<float> padded, int rows, int columns)
    {
        int width = (columns + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        List<float> values = [];
        for (int row = 0; row < rows; row++)
        {
            values.AddRange(padded.Slice(row * width, columns));
        }
        return [.. values];
    }
}
