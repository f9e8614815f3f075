using System.Buffers.Text;

namespace Simulator.Core.Tasks.Data;

/// <summary>The file of handwritten digits: one image a line, 64 pixels from 0 to 16 and the digit, by commas.</summary>
internal static class DigitsFormat
{
    private const int Side = 8;
    private const byte White = 16;
    private const byte Step = 1;

    // Fixed once for all: every published number depends on which images are held out.
    private const int Training = 1_400;

    /// <summary>The images of a file's text.</summary>
    public static ImageSet Read(ReadOnlySpan<byte> text)
    {
        List<byte> numbers = [];
        foreach (Range field in text.SplitAny(",\n"u8))
        {
            if (Utf8Parser.TryParse(text[field], out byte number, out _))
            {
                numbers.Add(number);
            }
        }
        byte[][] images = [.. numbers.Chunk(Side * Side + 1)];
        return new(
            "digits",
            Side,
            Side,
            Training,
            [.. images.Select(i => i[^1])],
            [.. images.SelectMany(i => i[..^1])],
            White,
            Step
        );
    }
}
