// Core does no I/O: the streams here read this assembly's own resources, and are opened nowhere else.
#pragma warning disable RS0030
using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Simulator.Core.Tasks.Data;

/// <summary>The data sets that ship inside this assembly, each read once per process and never changed.</summary>
public static class DataCatalog
{
    private static readonly Lazy<ImageSet> DigitsOnce = new(() =>
        DigitsFormat.Read(Unpack("digits8.csv.gz"))
    );
    private static readonly Lazy<ImageSet> FashionOnce = new(() =>
        FashionFormat.Read(Unpack("fashion14.bin.gz"))
    );

    /// <summary>Handwritten digits of 8×8 pixels: 1,400 to train on, 397 held out.</summary>
    public static ImageSet Digits => DigitsOnce.Value;

    /// <summary>Fashion-MNIST at 14×14 pixels: 12,000 to train on, 3,000 held out.</summary>
    public static ImageSet Fashion => FashionOnce.Value;

    /// <summary>Origin and licence of every data set, to be passed on with it.</summary>
    public static string Notices =>
        Encoding.UTF8.GetString([
            .. Resource("digits8.NOTICE.txt"),
            (byte)'\n',
            .. Resource("fashion14.NOTICE.txt"),
            (byte)'\n',
            .. Resource("en-xx.dotnet.NOTICE.txt"),
        ]);

    /// <summary>A resource as it is packed.</summary>
    /// <param name="name">File name below Tasks/Data/Sets.</param>
    internal static byte[] Resource(string name)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/{name}")
            ?? throw new InvalidOperationException($"No data set named {name} is part of this assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A resource as it was before it was packed.</summary>
    /// <param name="name">File name below Tasks/Data/Sets.</param>
    internal static byte[] Unpack(string name) => Unpack(name, Resource(name));

    /// <summary>A packed file as it was before.</summary>
    /// <param name="name">Its name, for the message.</param>
    /// <param name="packed">Its bytes.</param>
    /// <exception cref="FormatException">It is no whole gzip file.</exception>
    internal static byte[] Unpack(string name, byte[] packed)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            zip.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException damage)
        {
            throw new FormatException($"The data set {name} is damaged: it cannot be unpacked.", damage);
        }
    }
}
