using System.IO.Compression;

namespace Simulator.Scenarios.Verification;

/// <summary>Gzip'ed data followed by a member of ours, so that data which are cut off can be told from data which end.</summary>
/// <remarks>
/// The library's reader ends silently wherever its input ends. Behind complete data it goes on with the next member and
/// delivers <see cref="End"/>; behind data that are cut off it takes our bytes for theirs and does not.
/// </remarks>
/// <param name="data">The compressed data, read to their end.</param>
internal sealed class CompleteGzip(Stream data) : Stream
{
    private readonly MemoryStream _member = new(Member());

    /// <summary>What a reader of complete data finds behind them; no line of text holds it.</summary>
    public static ReadOnlySpan<byte> End => "\0end of complete data\0"u8;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = data.Read(buffer);
        return read > 0 ? read : _member.Read(buffer);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            data.Dispose();
            _member.Dispose();
        }
        base.Dispose(disposing);
    }

    private static byte[] Member()
    {
        using MemoryStream member = new();
        using (GZipStream packer = new(member, CompressionLevel.Fastest))
        {
            packer.Write(End);
        }
        return member.ToArray();
    }
}
