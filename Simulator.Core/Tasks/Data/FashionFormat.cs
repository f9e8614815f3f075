using System.Buffers.Binary;

namespace Simulator.Core.Tasks.Data;

/// <summary>The file of fashion images: "FM14", four little-endian integers (training images, held-out images, height,
/// width), then for each image its class and its pixels, one byte each.</summary>
internal static class FashionFormat
{
    private const int HeaderLength = 20;

    /// <summary>The images of a file.</summary>
    public static ImageSet Read(ReadOnlySpan<byte> file)
    {
        var training = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        var heldOut = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        var height = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        var width = BinaryPrimitives.ReadInt32LittleEndian(file[16..]);
        var size = height * width;
        var labels = new byte[training + heldOut];
        var pixels = new byte[labels.Length * size];
        for (var image = 0; image < labels.Length; image++)
        {
            var record = file.Slice(HeaderLength + image * (size + 1), size + 1);
            labels[image] = record[0];
            record[1..].CopyTo(pixels.AsSpan(image * size));
        }
        return new("fashion", height, width, training, labels, pixels, byte.MaxValue);
    }
}
