using System.Collections.Immutable;
using System.Text;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Translation;

/// <summary>English messages of software with their translations into one language: most to train on, the rest held
/// out. Never changes, so every thread may read it.</summary>
/// <remarks>
/// A sentence is kept as its words in small letters with a blank between them. Sentences of 160 characters or more are left
/// out, and so is every repetition of an English sentence. Sentences that differ in nothing but signs, numbers and
/// placeholders fall on the same side: a tenth of such families is held out, chosen by the hash of their words.
/// </remarks>
public sealed class SentenceSet
{
    /// <summary>Characters from which on a sentence to translate is too long.</summary>
    public const int LongestSource = 160;

    private const int HeldOutOneIn = 10;

    // Different seeds choose different families.
    private const ulong HeldOutSeed = 0;
    private const ulong DevelopmentSeed = 1;

    private readonly ImmutableArray<string> _sources;
    private readonly ImmutableArray<string> _targets;
    private readonly int[][] _sourceWords;
    private readonly int[][] _targetWords;
    private readonly string[][] _heldOut;

    private SentenceSet(string language, List<(string[] Source, string[] Target)> pairs, ulong seed)
    {
        Language = language;
        TrainingCount = pairs.Count(pair => !IsHeldOut(pair.Source, seed));
        (string[] Source, string[] Target)[] ordered =
        [
            .. pairs.OrderBy(pair => IsHeldOut(pair.Source, seed)),
        ];
        Sources = new(ordered.Take(TrainingCount).Select(pair => pair.Source));
        Targets = new(ordered.Take(TrainingCount).Select(pair => pair.Target));
        _sources = [.. ordered.Select(pair => string.Join(' ', pair.Source))];
        _targets = [.. ordered.Select(pair => string.Join(' ', pair.Target))];
        _heldOut = [.. ordered.Skip(TrainingCount).Select(pair => pair.Source)];
        _sourceWords = [.. ordered.Select(pair => Sources.Numbers(pair.Source))];
        _targetWords = [.. ordered.Select(pair => Targets.Numbers(pair.Target))];
    }

    /// <summary>Sentence pairs of the caller's own; what the class says of sentences holds for them too.</summary>
    /// <param name="language">What is translated into.</param>
    /// <param name="pairs">Sentences and their translations, as people write them.</param>
    /// <exception cref="ArgumentException">There are less than two different pairs to train on.</exception>
    public static SentenceSet Of(string language, IEnumerable<(string Source, string Target)> pairs)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(pairs);
        SentenceSet set = new(language, Kept(pairs), HeldOutSeed);
        return set.TrainingCount >= 2
            ? set
            : throw new ArgumentException("At least two pairs are there to train on.", nameof(pairs));
    }

    /// <summary>Code of the language translated into, such as <c>es</c>.</summary>
    public string Language { get; }

    /// <summary>Pairs to train on; they come first.</summary>
    public int TrainingCount { get; }

    /// <summary>Pairs held out from training; they come after those to train on.</summary>
    public int HeldOutCount => _sources.Length - TrainingCount;

    /// <summary>The words of English.</summary>
    internal Vocabulary Sources { get; }

    /// <summary>The words of the other language.</summary>
    internal Vocabulary Targets { get; }

    /// <summary>An English sentence.</summary>
    /// <param name="pair">Number of the pair: those to train on first, then those held out.</param>
    public string Source(int pair) => _sources[pair];

    /// <summary>The translation of an English sentence.</summary>
    /// <param name="pair">Number of the pair: those to train on first, then those held out.</param>
    public string Target(int pair) => _targets[pair];

    /// <summary>Numbers of the words of an English sentence.</summary>
    internal ReadOnlySpan<int> SourceWords(int pair) => _sourceWords[pair];

    /// <summary>The words of a held-out English sentence.</summary>
    /// <param name="index">Number of the sentence among the held-out ones.</param>
    internal ReadOnlySpan<string> HeldOutWords(int index) => _heldOut[index];

    /// <summary>Numbers of the words of a translation.</summary>
    internal ReadOnlySpan<int> TargetWords(int pair) => _targetWords[pair];

    /// <summary>The sentences that ship inside this assembly.</summary>
    /// <param name="language">Code of the language translated into.</param>
    /// <param name="pairs">Lines of the file.</param>
    internal static SentenceSet Load(string language, int pairs)
    {
        string file = FileOf(language);
        return Read(language, file, DataCatalog.Unpack(file), pairs);
    }

    /// <summary>Of the sentences that ship those to train on alone, a tenth of their families held out in turn: what the
    /// constants of models are chosen on, so that what is held out of all of them judges nothing but models.</summary>
    /// <param name="language">Code of the language translated into.</param>
    internal static SentenceSet Development(string language)
    {
        string file = FileOf(language);
        List<(string[] Source, string[] Target)> pairs = Kept(Pairs(file, DataCatalog.Unpack(file)));
        return new(language, [.. pairs.Where(pair => !IsHeldOut(pair.Source, HeldOutSeed))], DevelopmentSeed);
    }

    /// <summary>Reads a file with one pair a line: the English sentence, a tabulator, the translation.</summary>
    /// <param name="language">Code of the language translated into.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its bytes, in UTF-8.</param>
    /// <param name="lines">How many lines it must have.</param>
    /// <exception cref="FormatException">A line is no pair, or lines are missing.</exception>
    internal static SentenceSet Read(string language, string file, byte[] text, int lines)
    {
        List<(string, string)> pairs = Pairs(file, text);
        return pairs.Count == lines
            ? new(language, Kept(pairs), HeldOutSeed)
            : throw new FormatException(
                $"{file}: {pairs.Count} sentence pairs were found where {lines} belong."
            );
    }

    private static string FileOf(string language) => $"en-{language}.dotnet.tsv.gz";

    private static List<(string, string)> Pairs(string file, byte[] text)
    {
        string[] lines = Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<(string, string)> pairs = [];
        for (int line = 0; line < lines.Length; line++)
        {
            string[] fields = lines[line].Split('\t');
            if (fields.Length != 2 || WordSplitter.Split(fields[0]).Length == 0)
            {
                throw new FormatException(
                    $"{file}({line + 1}): an English sentence and its translation belong here."
                );
            }
            pairs.Add((fields[0], fields[1]));
        }
        return pairs;
    }

    /// <summary>The words of the pairs that are not left out.</summary>
    private static List<(string[], string[])> Kept(IEnumerable<(string Source, string Target)> pairs)
    {
        List<(string[], string[])> kept = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string written, string translation) in pairs)
        {
            string[] source = WordSplitter.Split(written);
            string[] target = WordSplitter.Split(translation);
            if (
                written.Length < LongestSource
                && source.Length > 0
                && target.Length > 0
                && seen.Add(string.Join(' ', source))
            )
            {
                kept.Add((source, target));
            }
        }
        return kept;
    }

    private static bool IsHeldOut(string[] source, ulong seed)
    {
        string family = string.Join(' ', source.Where(word => !WordSplitter.IsLiteral(word)));
        return StableHash.Of(seed, family) % HeldOutOneIn == 0;
    }
}
