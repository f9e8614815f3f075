using System.Buffers.Binary;

namespace Simulator.Core.Tasks.Data;

/// <summary>The file of fashion images: "FM14", four little-endian integers (training images, held-out images, height,
/// width), then for each image its class and its pixels, one byte each.</summary>
internal static class FashionFormat
{
    private const int HeaderLength = 20;

    // Four bits of grey, spread over a byte.
    private const byte Step = 17;

    /// <summary>The images of a file.</summary>
    public static ImageSet Read(ReadOnlySpan<byte> file)
    {
        int training = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        int heldOut = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        int height = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        int width = BinaryPrimitives.ReadInt32LittleEndian(file[16..]);
        int size = height * width;
        byte[] labels = new byte[training + heldOut];
        byte[] pixels = new byte[labels.Length * size];
        for (int image = 0; image < labels.Length; image++)
        {
            ReadOnlySpan<byte> record = file.Slice(HeaderLength + image * (size + 1), size + 1);
            labels[image] = record[0];
            record[1..].CopyTo(pixels.AsSpan(image * size));
        }
        return new("fashion", height, width, training, labels, pixels, byte.MaxValue, Step);
    }
}
