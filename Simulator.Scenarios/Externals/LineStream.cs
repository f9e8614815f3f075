namespace Simulator.Scenarios.Externals;

/// <summary>Reads lines of bounded length from a stream.</summary>
/// <param name="stream">The stream.</param>
internal sealed class LineStream(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null where the stream has ended.</summary>
    /// <exception cref="ExternalFault">It is longer than a reply may be.</exception>
    public byte[]? Read()
    {
        using MemoryStream line = new();
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, stream.Read(_buffer));
                if (_end == 0)
                {
                    return line.Length == 0 ? null : line.ToArray();
                }
            }
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start.._end);
            int at = rest.IndexOf((byte)'\n');
            line.Write(at < 0 ? rest : rest[..at]);
            _start += at < 0 ? rest.Length : at + 1;
            if (line.Length > ExternalLimits.ReplyBytes)
            {
                throw new ExternalFault("its reply has more than 1 MiB on one line");
            }
            if (at >= 0)
            {
                return line.ToArray();
            }
        }
    }
}
