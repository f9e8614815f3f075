using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace Simulator.Scenarios.Files;

/// <summary>Turns a file's bytes into text, and refuses at once what cannot be a scenario: too much, binary, UTF-16.</summary>
internal static class ScenarioText
{
    /// <summary>The text of a file, read within the limits.</summary>
    /// <param name="path">The file to open.</param>
    /// <param name="shown">Its name in messages.</param>
    /// <param name="problems">Takes the mistakes found.</param>
    /// <exception cref="ScenarioException">There is no readable text.</exception>
    public static string ReadFile(string path, string shown, Problems problems)
    {
        var start = Place.StartOf(shown);
        if (Directory.Exists(path))
        {
            throw problems.Fatal(start, "", "this is a folder, not a scenario file");
        }
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.CanSeek && file.Length > FileLimits.Bytes)
            {
                throw problems.Fatal(start, "", TooLarge(file.Length));
            }
            // A pipe or a device tells no length: one byte more than allowed decides.
            var bytes = new byte[file.CanSeek && file.Length > 0 ? file.Length + 1 : FileLimits.Bytes + 1];
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read > FileLimits.Bytes
                ? throw problems.Fatal(start, "", TooLarge(null))
                : Decode(bytes.AsSpan(0, read), shown, problems);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw problems.Fatal(start, "", "there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw problems.Fatal(start, "", "the file cannot be read");
        }
    }

    /// <summary>The text of UTF-8 bytes, with or without a byte-order mark.</summary>
    /// <exception cref="ScenarioException">The bytes are not the text of a scenario.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string shown, Problems problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw problems.Fatal(Place.StartOf(shown), "", "the file is UTF-16; save it as UTF-8");
        }
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }
        var chars = new char[bytes.Length];
        var status = Utf8.ToUtf16(
            bytes,
            chars,
            out var good,
            out var written,
            replaceInvalidSequences: false
        );
        var text = new string(chars, 0, written);
        var control = text.AsSpan().IndexOfAny(Unprintable);
        if (control >= 0)
        {
            throw problems.Fatal(PlaceOf(text, control, shown), "", Complaint(text[control]));
        }
        if (status != OperationStatus.Done)
        {
            throw problems.Fatal(
                PlaceOf(text, written, shown),
                "",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"byte 0x{bytes[good]:X2} is not UTF-8 text; is this a scenario file?"
                )
            );
        }
        return text;
    }

    /// <summary>Notes every line that is indented by a tab, which YAML forbids and its parser reports at a wrong place.</summary>
    public static void FindTabs(string text, string shown, Problems problems)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var content = line.IndexOfAnyExcept(' ', '\t');
            var tab = line.IndexOf('\t');
            if (tab >= 0 && (content < 0 || tab < content))
            {
                problems.Add(
                    new(shown, number, tab + 1),
                    "",
                    "a tab indents this line; YAML allows only spaces"
                );
            }
        }
    }

    // What YAML calls printable, less the marks that no editor shows.
    private static readonly SearchValues<char> Unprintable = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(c => (char)c).Except(['\t', '\n', '\r']),
        .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
        '\u2028',
        '\u2029',
        '\uFEFF',
        '\uFFFE',
        '\uFFFF',
    ]);

    private static string Complaint(char c) =>
        c switch
        {
            '\0' => "a NUL byte; is this a binary file, or text saved as UTF-16?",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"the invisible character U+{(int)c:X4}; is this a scenario file?"
            ),
        };

    private static string TooLarge(long? bytes) =>
        bytes is { } length
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the file has {length} bytes; a scenario has at most {FileLimits.Bytes} (4 MiB)"
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the file has more than {FileLimits.Bytes} bytes (4 MiB)"
            );

    private static Place PlaceOf(string text, int index, string shown)
    {
        var before = text.AsSpan(0, index);
        var line = before.LastIndexOf('\n');
        return new(shown, 1 + before.Count('\n'), index - line);
    }
}
