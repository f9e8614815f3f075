using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The file of concrete: seven ingredients in kg per m³, age in days, and compressive strength in MPa.</summary>
/// <remarks>Many mixes were tested at several ages. A mix is held out with all of its ages: else a question would be
/// answered by the same mix a few days younger.</remarks>
internal static class ConcreteFormat
{
    private const int Lines = 1_031;
    private const int Fields = 9;
    private const int Ingredients = 7;
    private const int Cement = 0;
    private const int Water = 3;

    /// <summary>The table of a file's text.</summary>
    /// <exception cref="FormatException">The text is damaged.</exception>
    public static TableSet Read(ReadOnlySpan<byte> text)
    {
        var file = new PackedText("concrete.csv.gz", text, Lines, Fields);
        List<List<TableRow>> mixes = [];
        SortedDictionary<string, List<TableRow>> byMix = new(StringComparer.Ordinal);
        for (int line = 1; line < file.Count; line++)
        {
            int at = line;
            string mix = string.Join(',', Enumerable.Range(0, Ingredients).Select(i => file.Word(at, i)));
            if (!byMix.TryGetValue(mix, out List<TableRow>? ages))
            {
                mixes.Add(byMix[mix] = ages = []);
            }
            ages.Add(Row(file, line));
        }
        return Holdout.Split("concrete", TableKind.Regression, mixes);
    }

    private static TableRow Row(PackedText file, int line)
    {
        double[] written = [.. Enumerable.Range(0, Fields - 1).Select(field => file.Number(line, field))];
        double age = written[Ingredients];
        if (!(age > 0 && written[Cement] > 0))
        {
            throw file.Wrong(line, "age and cement have to be above 0");
        }
        // Strength grows with the logarithm of age, and falls with the water for each part of cement.
        return new(
            [.. written, Elementary.Log(age), written[Water] / written[Cement]],
            file.Number(line, Fields - 1)
        );
    }
}
