using System.IO.Compression;
using System.Text;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Dumps;

namespace Simulator.Scenarios.Tests.Metagraphs;

/// <summary>Dumps that torch wrote, and dumps put together byte by byte.</summary>
internal static class Fixture
{
    public static string Path(string name) =>
        SourceTree.Path("tests", "Simulator.Scenarios.Tests", "Metagraphs", "Fixtures", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    /// <summary>A text whose characters are the bytes.</summary>
    public static byte[] Latin(string bytes) => Encoding.Latin1.GetBytes(bytes);

    /// <summary>An archive as torch writes it, around a pickle.</summary>
    public static byte[] Archive(byte[] pickle, params (string Name, byte[] Content)[] more)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in more.Prepend(("data.pkl", pickle)))
            {
                using Stream entry = archive
                    .CreateEntry($"dump/{name}", CompressionLevel.NoCompression)
                    .Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    /// <summary>What a dump holds, and what is wrong with it.</summary>
    public static (Snapshot? Snapshot, string Problems) Read(byte[] dump)
    {
        Complaints complaints = new("x.pt");
        Snapshot? snapshot = DumpReader.Read(new SourceFile("x.pt", dump), complaints);
        return (snapshot, string.Join('\n', complaints.All));
    }
}
