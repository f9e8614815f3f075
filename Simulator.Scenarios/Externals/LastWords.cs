using System.Text;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Externals;

/// <summary>The end of what a program writes to its standard error.</summary>
internal sealed class LastWords
{
    private readonly Lock _writing = new();
    private readonly Task _reading;
    private byte[] _kept = [];

    /// <summary>Reads a stream to its end, beside everything else.</summary>
    public LastWords(Stream stream) => _reading = Task.Run(() => Read(stream));

    /// <summary>The last lines as the end of a sentence; empty where there are none.</summary>
    /// <param name="wait">How long to wait for the stream's end, which a dead program has left behind.</param>
    public string Told(TimeSpan wait)
    {
        _reading.Wait(wait);
        string text;
        lock (_writing)
        {
            text = Encoding.UTF8.GetString(_kept);
        }
        string[] lines = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0
            ? ""
            : $"; it last wrote {string.Join(" / ", lines.TakeLast(ExternalLimits.ErrorLines).Select(Show.Said))}";
    }

    private void Read(Stream stream)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (stream.Read(buffer) is > 0 and var count)
            {
                lock (_writing)
                {
                    byte[] all = [.. _kept, .. buffer.AsSpan(0, count)];
                    _kept = all[Math.Max(0, all.Length - ExternalLimits.ErrorBytes)..];
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Stopped while it wrote: what was read until then is what there is.
        }
    }
}
