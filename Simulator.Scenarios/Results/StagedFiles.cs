using System.Security.Cryptography;
using System.Text;

namespace Simulator.Scenarios.Results;

/// <summary>Files of one folder that are written and synced under other names first, and get their own names later.</summary>
/// <param name="folder">The folder.</param>
/// <param name="before">Called with the name of each step before it is taken; a test stops the writer there.</param>
internal sealed class StagedFiles(string folder, Action<string>? before)
{
    private readonly List<string> _staged = [];

    /// <summary>The files written so far, in order.</summary>
    public IReadOnlyList<string> Staged => _staged;

    /// <summary>Writes and syncs a text in UTF-8.</summary>
    /// <returns>SHA-256 of its bytes, in lower-case hex.</returns>
    /// <exception cref="ResultException">The system refused.</exception>
    public string Put(string file, string text) =>
        Put(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes and syncs a file.</summary>
    /// <param name="file">The name it will get.</param>
    /// <param name="write">Writes its content.</param>
    /// <returns>SHA-256 of its bytes, in lower-case hex.</returns>
    /// <exception cref="ResultException">The system refused.</exception>
    public string Put(string file, Action<Stream> write) =>
        DiskTrouble.At(
            Final(file),
            "be written",
            () =>
            {
                before?.Invoke($"write {file}");
                if (Directory.Exists(Final(file)))
                {
                    throw new IOException("a folder is in its place");
                }
                _staged.Add(file);
                using FileStream stream = new(
                    Temporary(file),
                    FileMode.Create,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
                write(stream);
                before?.Invoke($"sync {file}");
                stream.Flush(flushToDisk: true);
                stream.Position = 0;
                return Convert.ToHexStringLower(SHA256.HashData(stream));
            }
        );

    /// <summary>Gives every file its name, in the order in which they were written.</summary>
    /// <exception cref="ResultException">The system refused.</exception>
    public void NameAll()
    {
        foreach (string file in _staged)
        {
            DiskTrouble.At(
                Final(file),
                "be written",
                () =>
                {
                    before?.Invoke($"rename {file}");
                    File.Move(Temporary(file), Final(file), overwrite: true);
                }
            );
        }
    }

    /// <summary>Removes files, those that are there.</summary>
    /// <exception cref="ResultException">The system refused.</exception>
    public void Remove(IEnumerable<string> files)
    {
        foreach (string file in files.Where(f => File.Exists(Final(f))))
        {
            before?.Invoke($"remove {file}");
            DiskTrouble.At(Final(file), "be removed", () => File.Delete(Final(file)));
        }
    }

    /// <summary>Removes what was written and has no name yet, as far as the system allows.</summary>
    public void Withdraw() => DiskTrouble.Ignore(() => _staged.ForEach(file => File.Delete(Temporary(file))));

    private string Final(string file) => Path.Combine(folder, file);

    private string Temporary(string file) => Final(file + ResultFiles.Unfinished);
}
