using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Profiles;

/// <summary>Writes a file of learning curves whole, or not at all.</summary>
public static class CurveFile
{
    /// <summary>Writes learning curves in place of what has that name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="book">The curves.</param>
    /// <returns>SHA-256 of the file, in lower-case hex.</returns>
    /// <exception cref="ResultException">The system refused; a file of that name is as it was.</exception>
    public static string Write(string path, CurveBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        StagedFiles files = new(Path.GetDirectoryName(path) ?? "", before: null);
        string sha256 = "";
        try
        {
            sha256 = files.Put(
                Path.GetFileName(path),
                stream =>
                {
                    using StreamWriter writer = new(stream, leaveOpen: true);
                    writer.Write(book.Text);
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
