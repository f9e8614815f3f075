using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Scenarios.Sections;

namespace Simulator.Models.Onnx;

/// <summary>Images as pixels, and the class with the largest number as answer, the first of equals.</summary>
/// <param name="images">The images asked about.</param>
/// <param name="wanted">How the pixels are laid out and scaled.</param>
internal sealed class ImageForm(ImageSet images, OnnxSection wanted) : IQuestionForm
{
    private readonly float _mean = (float)wanted.Mean;
    private readonly float _deviation = (float)wanted.Deviation;

    /// <inheritdoc/>
    public IReadOnlyList<int> Shape { get; } =
        wanted.Reads switch
        {
            TensorReads.PixelsNchw => [1, images.Height, images.Width],
            TensorReads.PixelsNhwc => [images.Height, images.Width, 1],
            _ => [images.PixelCount],
        };

    /// <inheritdoc/>
    public bool IsWhole => false;

    /// <inheritdoc/>
    public int Outputs => ImageSet.ClassCount;

    /// <inheritdoc/>
    public int RunsPerAnswer => 1;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => question is ImageQuestion asked && asked.Images == images;

    /// <inheritdoc/>
    public bool Fits(IQuestion question) => question is ImageQuestion asked && asked.Images.HasSizeOf(images);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question, Port port)
    {
        float[] pixels = ((ImageQuestion)question).Pixels();
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (pixels[i] - _mean) / _deviation;
        }
        float[] scores = port.Run(pixels);
        return LabelAnswer.Of(scores.IndexOf(scores.Max()));
    }
}
