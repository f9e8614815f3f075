namespace Simulator.Core.Tasks.Translation;

/// <summary>How often each run of English words was seen with each run of words of the other language.</summary>
/// <remarks>A run is one whole number: fifteen bits a word. Four words fit 60 bits.</remarks>
/// <param name="longest">Words of the longest run on either side, at most 4.</param>
internal sealed class PhraseTable(int longest)
{
    /// <summary>Words of the longest run there can be.</summary>
    public const int Most = 4;

    private const int BitsOfWord = 15;

    private readonly Dictionary<ulong, int> _last = [];
    private readonly Dictionary<(ulong, ulong), int> _places = [];
    private readonly List<Entry> _entries = [];
    private readonly List<int> _alignment = [];

    /// <summary>Operations to take the runs of a pair of sentences.</summary>
    public static long Operations(int sourceWords, int targetWords) => (long)(sourceWords + 1) * targetWords;

    /// <summary>Takes the runs of a pair of sentences whose words belong together.</summary>
    /// <remarks>A word of the translation belongs to the English word that makes it most probable. Two runs belong together
    /// where no word of one belongs to a word outside the other. Source: F. J. Och, H. Ney, The Alignment Template Approach
    /// to Statistical Machine Translation, Computational Linguistics 30 (4), 2004, section 3.</remarks>
    public void Learn(WordTable table, ReadOnlySpan<int> source, ReadOnlySpan<int> target)
    {
        Align(table, source, target);
        for (int start = 0; start < source.Length; start++)
        {
            for (int end = start; end < Math.Min(source.Length, start + longest); end++)
            {
                if (source[end] == Vocabulary.Unknown)
                {
                    break;
                }
                (int first, int last) = Span(start, end);
                if (first >= 0 && last - first < longest && IsClosed(first, last, start, end, target))
                {
                    Add(Key(source[start..(end + 1)]), Key(target[first..(last + 1)]));
                }
            }
        }
    }

    /// <summary>The last entry of a run of English words, or a negative number.</summary>
    public int Last(ReadOnlySpan<int> source) => _last.TryGetValue(Key(source), out int place) ? place : -1;

    /// <summary>The entry at a place.</summary>
    public Entry At(int place) => _entries[place];

    /// <summary>The words of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="words">Takes them.</param>
    /// <returns>How many there are.</returns>
    public static int Words(ulong run, Span<Rendering> words)
    {
        int count = 0;
        for (ulong rest = run; rest != 0; rest >>= BitsOfWord)
        {
            count++;
        }
        for (int i = count - 1; i >= 0; i--, run >>= BitsOfWord)
        {
            words[i] = Rendering.Of((int)(run & ((1 << BitsOfWord) - 1)));
        }
        return count;
    }

    private static ulong Key(ReadOnlySpan<int> words)
    {
        ulong key = 0;
        foreach (int word in words)
        {
            key = (key << BitsOfWord) | (uint)word;
        }
        return key;
    }

    private void Align(WordTable table, ReadOnlySpan<int> source, ReadOnlySpan<int> target)
    {
        _alignment.Clear();
        foreach (int word in target)
        {
            float best = 0;
            int to = -1;
            for (int i = 0; i < source.Length; i++)
            {
                int place = table.Pairs.Find(source[i], word);
                float probability = place < 0 ? 0 : table.Probability(source[i], place);
                if (probability > best)
                {
                    (best, to) = (probability, i);
                }
            }
            _alignment.Add(to);
        }
    }

    /// <summary>First and last word of the translation that belong to words from one to another.</summary>
    private (int First, int Last) Span(int start, int end)
    {
        (int first, int last) = (-1, -1);
        for (int i = 0; i < _alignment.Count; i++)
        {
            if (_alignment[i] >= start && _alignment[i] <= end)
            {
                (first, last) = (first < 0 ? i : first, i);
            }
        }
        return (first, last);
    }

    private bool IsClosed(int first, int last, int start, int end, ReadOnlySpan<int> target)
    {
        for (int i = first; i <= last; i++)
        {
            bool outside = _alignment[i] >= 0 && (_alignment[i] < start || _alignment[i] > end);
            if (outside || target[i] == Vocabulary.Unknown)
            {
                return false;
            }
        }
        return true;
    }

    private void Add(ulong source, ulong target)
    {
        if (_places.TryGetValue((source, target), out int place))
        {
            _entries[place] = _entries[place] with { Count = _entries[place].Count + 1 };
            return;
        }
        _places.Add((source, target), _entries.Count);
        int before = _last.TryGetValue(source, out int known) ? known : -1;
        _last[source] = _entries.Count;
        _entries.Add(new(target, 1, before));
    }

    /// <summary>A translation of a run.</summary>
    /// <param name="Target">Its words.</param>
    /// <param name="Count">How often it was seen.</param>
    /// <param name="Before">Another translation of the same run, or a negative number.</param>
    internal readonly record struct Entry(ulong Target, int Count, int Before);
}
