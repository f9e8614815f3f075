namespace Simulator.Core.Tasks.Translation;

/// <summary>chrF2: how much of a reference's runs of characters a translation has, and how much of the translation's runs
/// the reference has.</summary>
/// <remarks>
/// Precision and recall of runs of one to six characters are averaged over the lengths that both texts have, and joined
/// with recall counting twice as much: 5 · P · R / (4 · P + R). Blanks are left out.
/// Source: M. Popović, chrF: character n-gram F-score for automatic MT evaluation, WMT 2015; lengths that one text lacks are
/// left out as in sacreBLEU 2.
/// </remarks>
public static class ChrF
{
    private const double SquareOfBeta = 4;

    /// <summary>The score of a translation against a reference.</summary>
    /// <returns>In [0, 1]; 0 where one of them is blank.</returns>
    /// <exception cref="ArgumentException">The reference has 1,023 different characters or more.</exception>
    public static double Score(string translation, string reference)
    {
        ArgumentNullException.ThrowIfNull(translation);
        ArgumentNullException.ThrowIfNull(reference);
        return Score(translation, new CharacterRuns(reference));
    }

    /// <summary>The score of a translation against a reference that was counted before.</summary>
    internal static double Score(string translation, CharacterRuns reference)
    {
        Span<int> given = stackalloc int[CharacterRuns.Longest];
        Span<int> matched = stackalloc int[CharacterRuns.Longest];
        reference.Match(translation, given, matched);
        double precision = 0;
        double recall = 0;
        int lengths = 0;
        for (int i = 0; i < CharacterRuns.Longest; i++)
        {
            int wanted = reference.Total(i + 1);
            if (given[i] > 0 && wanted > 0)
            {
                precision += (double)matched[i] / given[i];
                recall += (double)matched[i] / wanted;
                lengths++;
            }
        }
        if (precision + recall == 0)
        {
            return 0;
        }
        (precision, recall) = (precision / lengths, recall / lengths);
        return (1 + SquareOfBeta) * precision * recall / (SquareOfBeta * precision + recall);
    }
}
