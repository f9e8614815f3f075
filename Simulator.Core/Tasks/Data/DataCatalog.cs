// Core does no I/O: the streams here read this assembly's own resources, and are opened nowhere else.
#pragma warning disable RS0030
using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;

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

    private static readonly string[] NoticeFiles =
    [
        "austen",
        "digits8",
        "fashion14",
        "en-xx.dotnet",
        "weather",
        "concrete",
        "breast_cancer",
    ];

    private static readonly Lazy<TableSet> WeatherOnce = new(() =>
        WeatherFormat.Read(Unpack("weather.csv.gz"))
    );
    private static readonly Lazy<TableSet> ConcreteOnce = new(() =>
        ConcreteFormat.Read(Unpack("concrete.csv.gz"))
    );
    private static readonly Lazy<TableSet> CancerOnce = new(() =>
        CancerFormat.Read(Unpack("breast_cancer.csv.gz"))
    );
    private static readonly Lazy<NovelSet> AustenOnce = new(() =>
        NovelFormat.Read("austen", Unpack("austen.txt.gz"))
    );

    private static readonly Lazy<TableSet> SeattleOnce = new(() =>
        WeatherFormat.Read(Unpack("weather.csv.gz"), WeatherFormat.Seattle)
    );
    private static readonly Lazy<TableSet> NewYorkOnce = new(() =>
        WeatherFormat.Read(Unpack("weather.csv.gz"), WeatherFormat.NewYork)
    );
    private static readonly Lazy<NovelSet> MessagesOnce = new(() =>
        MessageFormat.Read("messages", Unpack("en-es.dotnet.tsv.gz"))
    );

    /// <summary>Handwritten digits of 8×8 pixels: 1,400 to train on, 397 held out.</summary>
    public static ImageSet Digits => DigitsOnce.Value;

    /// <summary>Fashion-MNIST at 14×14 pixels: 12,000 to train on, 3,000 held out.</summary>
    public static ImageSet Fashion => FashionOnce.Value;

    /// <summary>The six novels of Jane Austen, in small letters.</summary>
    public static NovelSet Austen => AustenOnce.Value;

    /// <summary>Daily weather of Seattle and New York: days of 2012 to 2014 to train on, those of 2015 held out.</summary>
    public static TableSet Weather => WeatherOnce.Value;

    /// <summary>The days of Seattle alone.</summary>
    internal static TableSet Seattle => SeattleOnce.Value;

    /// <summary>The days of New York alone.</summary>
    internal static TableSet NewYork => NewYorkOnce.Value;

    /// <summary>English messages of software, as a text to go on with.</summary>
    internal static NovelSet Messages => MessagesOnce.Value;

    /// <summary>Strength of concrete by mix and age: two thirds to train on, the mixes of the others held out.</summary>
    public static TableSet Concrete => ConcreteOnce.Value;

    /// <summary>Diagnoses of breast masses (Wisconsin): two thirds to train on, the others held out.</summary>
    public static TableSet BreastCancer => CancerOnce.Value;

    /// <summary>Origin and licence of every data set, to be passed on with it.</summary>
    public static string Notices =>
        string.Join(
            '\n',
            NoticeFiles.Select(name => Encoding.UTF8.GetString(Resource($"{name}.NOTICE.txt")))
        );

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

    /// <summary>The content of a packed resource.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="packed">Its bytes.</param>
    /// <exception cref="FormatException">The bytes are damaged.</exception>
    internal static byte[] Unpack(string name, byte[] packed)
    {
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        try
        {
            zip.CopyTo(bytes);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"The data set {name} is damaged: {e.Message}", e);
        }
        // A stream that breaks off ends without complaint; the last four bytes of a whole one tell its length.
        uint length = packed.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(^4..));
        return bytes.Length == length
            ? bytes.ToArray()
            : throw new FormatException(
                $"The data set {name} is damaged: it has {bytes.Length} bytes in place of {length}."
            );
    }

    /// <summary>The content of a packed resource.</summary>
    /// <param name="name">Name of the resource.</param>
    internal static byte[] Unpack(string name) => Unpack(name, Resource(name));
}
