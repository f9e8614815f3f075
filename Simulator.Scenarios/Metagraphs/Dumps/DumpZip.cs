using System.Buffers.Binary;
using System.IO.Compression;

namespace Simulator.Scenarios.Metagraphs.Dumps;

/// <summary>The archive that <c>torch.save</c> writes: a pickle, and the storages of tensors beside it.</summary>
internal sealed class DumpZip : IDisposable
{
    private const int MostEntries = 10_000;
    private const int EndLength = 22;
    private const int LongestComment = 65_535;
    private const int Zip64Length = 76;
    private const int LongestEntry = 1024;
    private const uint EndMark = 0x06054B50;
    private const string PickleName = "data.pkl";

    private readonly ZipArchive _archive;
    private readonly string _folder;

    // What deflated entries give together is bounded, whatever their headers announce.
    private long _read;

    private DumpZip(ZipArchive archive, string folder) => (_archive, _folder) = (archive, folder);

    /// <summary>Opens an archive.</summary>
    /// <exception cref="InvalidDataException">It is none, or not one that torch writes.</exception>
    public static DumpZip Open(byte[] file)
    {
        CheckEnd(file);
        ZipArchive archive = new(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        string[] pickles =
        [
            .. archive
                .Entries.Select(e => e.FullName)
                .Where(n => n.EndsWith($"/{PickleName}", StringComparison.Ordinal)),
        ];
        if (pickles.Length != 1)
        {
            archive.Dispose();
            throw new InvalidDataException(
                $"the archive has {pickles.Length} entries '*/{PickleName}'; a dump has one"
            );
        }
        return new(archive, pickles[0][..^PickleName.Length]);
    }

    /// <summary>The pickle.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public byte[] Pickle() => Read(PickleName);

    /// <summary>The bytes of a storage.</summary>
    /// <param name="key">Its key.</param>
    /// <exception cref="InvalidDataException">It is missing, damaged, or in an order of bytes that is not read.</exception>
    public byte[] Storage(string key)
    {
        if (
            _archive.GetEntry($"{_folder}byteorder") is not null
            && !Read("byteorder").AsSpan().SequenceEqual("little"u8)
        )
        {
            throw new InvalidDataException("its byteorder is not 'little'");
        }
        return Read($"data/{key}");
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private byte[] Read(string name)
    {
        ZipArchiveEntry entry =
            _archive.GetEntry(_folder + name)
            ?? throw new InvalidDataException(
                $"the archive has no entry {Files.Show.Quoted(_folder + name)}"
            );
        if (entry.Length > MetagraphLimits.Bytes - _read)
        {
            throw new InvalidDataException($"its entries hold more than {MetagraphLimits.Bytes} bytes");
        }
        _read += entry.Length;
        byte[] bytes = new byte[entry.Length];
        using Stream stream = entry.Open();
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length && stream.ReadByte() < 0
            ? bytes
            : throw new InvalidDataException(
                $"the entry {Files.Show.Quoted(entry.FullName)} does not hold the {entry.Length} bytes that it announces"
            );
    }

    /// <summary>Looks at the record that ends an archive, before anything is built from what stands in front of it.</summary>
    private static void CheckEnd(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith("PK"u8))
        {
            throw new InvalidDataException("it is not a zip archive, as torch.save writes since version 1.6");
        }
        for (
            int at = file.Length - EndLength;
            at >= Math.Max(0, file.Length - EndLength - LongestComment);
            at--
        )
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) == EndMark)
            {
                CheckDirectory(file, at);
                return;
            }
        }
        throw new InvalidDataException("the archive has no end: the file is cut off");
    }

    /// <summary>Bounds the list of entries, which the library would read as far as it goes.</summary>
    private static void CheckDirectory(ReadOnlySpan<byte> file, int end)
    {
        int entries = BinaryPrimitives.ReadUInt16LittleEndian(file[(end + 10)..]);
        if (entries > MostEntries)
        {
            throw new InvalidDataException(
                $"the archive has {entries} entries or more; a dump has at most {MostEntries}"
            );
        }
        long length = BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 12)..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]);
        if (length > MostEntries * LongestEntry || start + length > end || start + length < end - Zip64Length)
        {
            throw new InvalidDataException(
                $"the archive's list of entries, {length} bytes from byte {start}, does not stand in front of its end"
            );
        }
    }
}
