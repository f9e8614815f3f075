using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks;

/// <summary>What does this image show? Answered by a <see cref="LabelAnswer"/>.</summary>
public sealed class ImageQuestion : IQuestion
{
    internal ImageQuestion(ImageSet images, int index)
    {
        Images = images;
        Index = index;
    }

    /// <summary>Number of the image among the held-out ones, from 0.</summary>
    public int Index { get; }

    /// <summary>Rows of the image.</summary>
    public int Height => Images.Height;

    /// <summary>Pixels of a row.</summary>
    public int Width => Images.Width;

    /// <summary>The set the image comes from.</summary>
    internal ImageSet Images { get; }

    /// <summary>Number of the image in its set.</summary>
    internal int Image => Images.TrainingCount + Index;

    /// <summary>The pixels of the image, row by row, each in [0, 1]; 0 is black.</summary>
    /// <returns>A new array.</returns>
    public float[] Pixels() => Images.Pixels(Image);

    /// <summary>Set and number, such as <c>fashion 17</c>.</summary>
    public override string ToString() => $"{Images.Name} {Index}";
}
