using System.Runtime.Intrinsics;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>Where filters of 3 × 3 pixels lie on images of one size, and which four places one pooled unit chooses from.</summary>
/// <remarks>
/// A filter's sums lie as its pixels do, row after row of the whole image: a vector of sums then reads vectors of pixels
/// that follow each other. The last two places of a row, where a filter would hang over the edge, hold numbers that
/// nobody reads.
/// </remarks>
internal sealed class FilterGrid
{
    /// <summary>Pixels of a filter's side.</summary>
    public const int Side = 3;

    /// <summary>Places on a side of what one pooled unit chooses from.</summary>
    public const int Pool = 2;

    // What a pooled row may read beyond the last sum, and a sum beyond the last pixel.
    private const int Margin = 4;

    /// <summary>The grid of a set of images.</summary>
    public FilterGrid(ImageSet images)
    {
        Width = images.Width;
        Rows = (images.Height - Side + 1) / Pool;
        Columns = (images.Width - Side + 1) / Pool;
        Places = (images.Height - Side + 1) * (images.Width - Side + 1);
        int sums = (images.Height - Side + 1) * images.Width;
        SumVectors = (sums + Vector256<float>.Count - 1) / Vector256<float>.Count;
    }

    /// <summary>Pixels of a row of an image.</summary>
    public int Width { get; }

    /// <summary>Rows of pooled units.</summary>
    public int Rows { get; }

    /// <summary>Pooled units of a row.</summary>
    public int Columns { get; }

    /// <summary>Pooled units of one filter.</summary>
    public int Units => Rows * Columns;

    /// <summary>Places at which a filter lies wholly on the image.</summary>
    public int Places { get; }

    /// <summary>Vectors that hold the sums of one filter.</summary>
    public int SumVectors { get; }

    /// <summary>Numbers from one filter's sums to those of the next.</summary>
    public int SumStride => (SumVectors + Margin) * Vector256<float>.Count;

    /// <summary>Length of an image that vectors may read at every place.</summary>
    public int PixelLength => SumStride + Side * Width;
}
