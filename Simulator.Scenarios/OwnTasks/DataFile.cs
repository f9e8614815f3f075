using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>A data file that a scenario names, read whole.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record DataFile(string Text, byte[] Hash)
{
    /// <summary>SHA-256 of its bytes, in hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(Hash);

    /// <summary>Reads a file within the limits; null and a complaint when that cannot be done.</summary>
    /// <param name="path">The file.</param>
    /// <param name="complaints">Takes what is wrong.</param>
    public static DataFile? Read(string path, DataComplaints complaints)
    {
        byte[]? bytes = Bytes(path, complaints);
        return bytes is null || Decode(bytes, complaints) is not { } text
            ? null
            : new(text, SHA256.HashData(bytes));
    }

    /// <summary>Its lines, without what ends them.</summary>
    public string[] Lines()
    {
        string[] lines = [.. Text.Split('\n').Select(line => line.TrimEnd('\r'))];
        // What follows the last line break is no line.
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static byte[]? Bytes(string path, DataComplaints complaints)
    {
        if (Directory.Exists(path))
        {
            complaints.Add("this is a folder, not a file");
            return null;
        }
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!stream.CanSeek)
            {
                complaints.Add("this is not a file that can be read from its beginning");
                return null;
            }
            if (stream.Length > DataLimits.Bytes)
            {
                complaints.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the file has {stream.Length} bytes; at most {DataLimits.Bytes} (32 MiB) are read"
                    )
                );
                return null;
            }
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            complaints.Add("the file cannot be read");
            return null;
        }
    }

    private static string? Decode(byte[] bytes, DataComplaints complaints)
    {
        ReadOnlySpan<byte> content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        char[] chars = new char[content.Length];
        OperationStatus status = Utf8.ToUtf16(
            content,
            chars,
            out int good,
            out int written,
            replaceInvalidSequences: false
        );
        ReadOnlySpan<char> text = chars.AsSpan(0, written);
        if (status != OperationStatus.Done)
        {
            complaints.Add(
                "bytes that are not UTF-8",
                1 + text.Count('\n'),
                written - text.LastIndexOf('\n'),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"byte 0x{content[good]:X2} is not UTF-8 text; save the file as UTF-8"
                )
            );
            return null;
        }
        return text.ToString();
    }
}
