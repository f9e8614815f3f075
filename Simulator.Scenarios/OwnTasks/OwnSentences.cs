using System.Globalization;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>Turns the lines of a file, each a sentence, a tab and its translation, into sentence pairs with some held out.</summary>
internal static class OwnSentences
{
    /// <summary>The pairs; null after noting every mistake.</summary>
    /// <param name="name">Name of the task.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="complaints">Takes what is wrong.</param>
    public static SentenceSet? Read(string name, string[] lines, DataComplaints complaints)
    {
        if (lines.Length == 0)
        {
            complaints.Add("the file is empty; a sentence, a tab and its translation belong on each line");
            return null;
        }
        if (lines.Length is < DataLimits.FewestPairs or > DataLimits.MostRows)
        {
            complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lines.Length} pairs; {DataLimits.FewestPairs} to {DataLimits.MostRows} are needed"
                )
            );
        }
        List<(string, string)> pairs = [];
        for (int line = 0; line < lines.Length; line++)
        {
            if (Pair(lines[line], line + 1, complaints) is { } pair)
            {
                pairs.Add(pair);
            }
        }
        return complaints.IsEmpty ? Set(name, pairs, complaints) : null;
    }

    private static (string, string)? Pair(string line, int number, DataComplaints complaints)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != 2)
        {
            complaints.Add(
                fields.Length == 1 ? "lines without a tab" : "lines with several tabs",
                number,
                fields.Length == 1 ? 1 : fields[0].Length + fields[1].Length + 2,
                fields.Length == 1
                    ? "no tab; a line is a sentence, a tab and its translation"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{fields.Length - 1} tabs; a line is a sentence, one tab and its translation"
                    )
            );
            return null;
        }
        int column = fields[0].Length + 2;
        if (string.IsNullOrWhiteSpace(fields[0]) || string.IsNullOrWhiteSpace(fields[1]))
        {
            complaints.Add(
                "lines with an empty side",
                number,
                string.IsNullOrWhiteSpace(fields[0]) ? 1 : column,
                "nothing on this side of the tab; a line is a sentence, a tab and its translation"
            );
            return null;
        }
        CheckLength(fields[0], SentenceSet.LongestSource - 1, number, 1, complaints);
        CheckLength(fields[1], DataLimits.LongestTranslation, number, column, complaints);
        return (fields[0], fields[1]);
    }

    private static void CheckLength(string text, int longest, int line, int column, DataComplaints complaints)
    {
        if (text.Length > longest)
        {
            complaints.Add(
                "sentences that are too long",
                line,
                column,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{text.Length} characters; a sentence has at most {longest} here"
                )
            );
        }
    }

    private static SentenceSet? Set(string name, List<(string, string)> pairs, DataComplaints complaints)
    {
        SentenceSet? set = null;
        try
        {
            set = SentenceSet.Of(name, pairs);
        }
        catch (ArgumentException)
        {
            // Nearly all lines repeat one sentence; the message below says what is needed.
        }
        if (set is not null && set.HeldOutCount > 0)
        {
            return set;
        }
        complaints.Add(
            "too few different sentences: a tenth of them is held out, and nothing is left on one side"
        );
        return null;
    }
}
