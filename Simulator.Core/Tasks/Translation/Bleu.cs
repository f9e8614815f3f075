using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>BLEU of many translations together: the geometric mean of the precisions of runs of one to four words, less
/// for translations that are too short.</summary>
/// <remarks>Without smoothing: 0 where no run of some length matches. Source: K. Papineni et al., BLEU: a Method for Automatic
/// Evaluation of Machine Translation, ACL 2002, section 2.</remarks>
public sealed class Bleu
{
    private const int Longest = 4;

    private readonly long[] _matched = new long[Longest];
    private readonly long[] _given = new long[Longest];
    private long _wordsGiven;
    private long _wordsWanted;

    /// <summary>The score of the translations so far, in [0, 1]; 0 where there are none.</summary>
    public double Score
    {
        get
        {
            if (_matched.Any(count => count == 0))
            {
                return 0;
            }
            double logarithms = 0;
            for (int i = 0; i < Longest; i++)
            {
                logarithms += Elementary.Log((double)_matched[i] / _given[i]);
            }
            double brevity = Math.Min(0, 1 - (double)_wordsWanted / _wordsGiven);
            return Elementary.Exp(brevity + logarithms / Longest);
        }
    }

    /// <summary>Adds a translation.</summary>
    /// <param name="translation">The translation: words with blanks between them.</param>
    /// <param name="reference">What it should be.</param>
    public void Add(string translation, string reference)
    {
        string[] given = translation.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] wanted = reference.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _wordsGiven += given.Length;
        _wordsWanted += wanted.Length;
        for (int length = 1; length <= Longest; length++)
        {
            List<string> left = [.. Runs(wanted, length)];
            foreach (string run in Runs(given, length))
            {
                _given[length - 1]++;
                _matched[length - 1] += left.Remove(run) ? 1 : 0;
            }
        }
    }

    private static IEnumerable<string> Runs(string[] words, int length) =>
        Enumerable
            .Range(0, Math.Max(0, words.Length - length + 1))
            .Select(start => string.Join(' ', words.AsSpan(start, length)));
}
