using System.Security.Cryptography;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>A file that was read whole.</summary>
/// <param name="Name">The file as the user named it.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record SourceFile(string Name, byte[] Bytes)
{
    /// <summary>Which file it is, without its content.</summary>
    public FileOrigin Origin() => new(Name, Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(Bytes)));

    /// <summary>Reads a file; null and a complaint when that cannot be done.</summary>
    public static SourceFile? Read(Complaints complaints)
    {
        string path = complaints.File;
        try
        {
            if (Directory.Exists(path))
            {
                complaints.Add("", "it is a folder, not a file");
                return null;
            }
            using FileStream stream = File.OpenRead(path);
            if (!stream.CanSeek)
            {
                complaints.Add("", "it is not a file that can be read from its beginning");
                return null;
            }
            if (stream.Length > MetagraphLimits.Bytes)
            {
                complaints.Add(
                    "",
                    $"the file has {stream.Length} bytes; at most {MetagraphLimits.Bytes} ({MetagraphLimits.Bytes >> 20} MiB) are read"
                );
                return null;
            }
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new(path, bytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            complaints.Add("", "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            complaints.Add("", "it may not be read");
        }
        catch (IOException e)
        {
            complaints.Add("", $"it cannot be read: {e.Message}");
        }
        return null;
    }
}
