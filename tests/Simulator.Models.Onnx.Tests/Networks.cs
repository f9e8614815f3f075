using Simulator.Core.Tasks.Data;

namespace Simulator.Models.Onnx.Tests;

/// <summary>Networks with nothing learned, for images of 14 x 14 or 8 x 8 pixels.</summary>
internal static class Networks
{
    /// <summary>Always names one class, however an image is laid out.</summary>
    /// <param name="label">The class.</param>
    /// <param name="shape">Shape of the input; the first length is the batch.</param>
    public static OnnxWriter Constant(int label, params long[] shape)
    {
        long pixels = shape[1..].Aggregate((a, b) => a * b);
        float[] biases = new float[ImageSet.ClassCount];
        biases[label] = 1;
        return new OnnxWriter()
            .Input("pixels", shape)
            .Node("Flatten", ["pixels"], "row", ("axis", 1))
            .Node("Gemm", ["row", "w", "b"], "scores")
            .Weights("w", [pixels, ImageSet.ClassCount], new float[pixels * ImageSet.ClassCount])
            .Weights("b", [ImageSet.ClassCount], biases)
            .Output("scores", [shape[0], ImageSet.ClassCount]);
    }

    /// <summary>Gives the logarithm of the first ten pixels less a half: no number for a dark one.</summary>
    public static OnnxWriter NotANumber(int pixels) =>
        new OnnxWriter()
            .Input("pixels", [-1, pixels])
            .Node("Gemm", ["pixels", "w", "b"], "below")
            .Weights("w", [pixels, ImageSet.ClassCount], new float[pixels * ImageSet.ClassCount])
            .Weights("b", [ImageSet.ClassCount], [.. Enumerable.Repeat(-1f, ImageSet.ClassCount)])
            .Node("Log", ["below"], "scores")
            .Output("scores", [-1, ImageSet.ClassCount]);

    /// <summary>Gives ten numbers for a black image, and none for any other.</summary>
    public static OnnxWriter Vanishing(int pixels) =>
        new OnnxWriter()
            .Input("pixels", [1, pixels])
            .Node("MatMul", ["pixels", "w"], "sums")
            .Weights(
                "w",
                [pixels, ImageSet.ClassCount],
                [.. Enumerable.Repeat(1f, pixels * ImageSet.ClassCount)]
            )
            .Node("Squeeze", ["sums"], "row")
            .Node("Less", ["row", "half"], "dark")
            .Weights("half", [1], [0.5f])
            .Node("Compress", ["sums", "dark"], "scores", ("axis", 1))
            .Output("scores", [1, -1]);
}
