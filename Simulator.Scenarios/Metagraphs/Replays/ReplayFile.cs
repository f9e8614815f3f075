using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>Writes a replay file whole, or not at all.</summary>
internal static class ReplayFile
{
    /// <summary>Writes a series in place of what has that name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="series">The series.</param>
    /// <param name="origins">The files that it was read from.</param>
    /// <returns>SHA-256 of the file, in lower-case hex.</returns>
    /// <exception cref="ResultException">The system refused; a file of that name is as it was.</exception>
    public static string Write(string path, Metagraph series, IReadOnlyList<FileOrigin> origins)
    {
        StagedFiles files = new(Path.GetDirectoryName(path) ?? "", before: null);
        string sha256 = "";
        try
        {
            sha256 = files.Put(
                Path.GetFileName(path),
                stream =>
                {
                    using StreamWriter writer = new(stream, leaveOpen: true);
                    writer.Write(ReplayText.Of(series, origins));
                }
            );
            files.NameAll();
        }
        catch
        {
            files.Withdraw();
            throw;
        }
        return sha256;
    }
}
