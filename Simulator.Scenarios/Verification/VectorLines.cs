using System.IO.Compression;

namespace Simulator.Scenarios.Verification;

/// <summary>Reads a file of JSON lines, plain or gzip'ed, one line at a time.</summary>
internal static class VectorLines
{
    /// <summary>Longer lines are refused: a subnet with every weight and bond set needs a tenth of it.</summary>
    public const int LongestLine = 256 << 20;

    private const byte LineFeed = (byte)'\n';

    /// <summary>The lines that are not blank.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The compressed data are damaged or cut off, or a line is too long.</exception>
    public static IEnumerable<VectorLine> Of(string path)
    {
        using Stream stream = Open(path);
        byte[] buffer = new byte[1 << 16];
        int number = 0,
            start = 0,
            end = 0;
        bool more = true;
        while (more || start < end)
        {
            int length = buffer.AsSpan(start, end - start).IndexOf(LineFeed);
            if (length < 0 && more)
            {
                (buffer, end) = WithRoom(buffer, start, end);
                start = 0;
                int read = Read(stream, buffer.AsSpan(end));
                end += read;
                more = read > 0;
                end =
                    more || stream is not GZipStream
                        ? end
                        : WithoutMark(buffer.AsSpan(start, end - start)) + start;
                continue;
            }
            length = length < 0 ? end - start : length;
            number++;
            byte[] line = Trimmed(buffer.AsSpan(start, length), number);
            start = Math.Min(end, start + length + 1);
            if (line.Length > 0)
            {
                yield return new(path, number, line);
            }
        }
    }

    private static Stream Open(string path)
    {
        FileStream file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        int read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B
            ? new GZipStream(new CompleteGzip(file), CompressionMode.Decompress)
            : file;
    }

    private static int Read(Stream stream, Span<byte> room)
    {
        try
        {
            return stream.Read(room);
        }
        catch (InvalidDataException e)
        {
            // The library names whatever it took the bytes for, such as an unknown method of compression.
            throw new InvalidDataException("the compressed data are damaged or cut off", e);
        }
    }

    /// <summary>The unread bytes at the start of a buffer that has room behind them.</summary>
    private static (byte[] Buffer, int End) WithRoom(byte[] buffer, int start, int end)
    {
        int unread = end - start;
        if (unread >= LongestLine)
        {
            throw new InvalidDataException($"a line is longer than {LongestLine >> 20} MiB");
        }
        byte[] target = unread * 2 > buffer.Length ? new byte[2 * buffer.Length] : buffer;
        Buffer.BlockCopy(buffer, start, target, 0, unread);
        return (target, unread);
    }

    /// <summary>Length of the last bytes of compressed data without the mark behind complete ones.</summary>
    private static int WithoutMark(ReadOnlySpan<byte> last) =>
        last.EndsWith(CompleteGzip.End)
            ? last.Length - CompleteGzip.End.Length
            : throw new InvalidDataException("the compressed data are cut off");

    private static byte[] Trimmed(ReadOnlySpan<byte> line, int number)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        line = number == 1 && line.StartsWith(mark) ? line[mark.Length..] : line;
        return line.Trim(" \t\r"u8).ToArray();
    }
}
