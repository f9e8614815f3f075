namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The file of breast masses: a line of counts and names, then 30 measures and the diagnosis, 0 for malignant and 1
/// for benign.</summary>
internal static class CancerFormat
{
    private const int Lines = 570;
    private const int Measures = 30;

    /// <summary>The table of a file's text.</summary>
    /// <exception cref="FormatException">The text is damaged.</exception>
    public static TableSet Read(ReadOnlySpan<byte> text)
    {
        var file = new PackedText("breast_cancer.csv.gz", text, Lines, Measures + 1);
        return Holdout.Split(
            "breast-cancer",
            TableKind.Classification,
            [.. Enumerable.Range(1, file.Count - 1).Select(line => new List<TableRow> { Row(file, line) })]
        );
    }

    private static TableRow Row(PackedText file, int line)
    {
        double diagnosis = file.Number(line, Measures);
        return diagnosis is 0 or 1
            ? new([.. Enumerable.Range(0, Measures).Select(field => file.Number(line, field))], diagnosis)
            : throw file.Wrong(line, $"'{file.Word(line, Measures)}' is not a diagnosis");
    }
}
