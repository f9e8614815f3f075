namespace Simulator.Core.Tasks.Translation;

/// <summary>How often each run of English words was seen with each run of words of the other language.</summary>
/// <remarks>A run is one whole number: fifteen bits a word. Four words fit 60 bits. Entries lie in the order of their first
/// meeting; two open hash tables, at most two thirds full, find them. Unchecked: a slot lies below the length of its table, and a
/// hash wraps around.</remarks>
internal sealed class PhraseTable
{
    /// <summary>Words of the longest run there can be.</summary>
    public const int Most = 4;

    private const int BitsOfWord = 15;
    private const int EntryBytes = 24;

    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const int Smallest = 32;
    private const int NoPlace = -1;

    private readonly int _longest;
    private readonly List<int> _alignment = [];
    private Entry[] _entries;
    private int _count;
    private int _runs;

    // Where each run of English words has its last entry, and where each pair of runs has its own.
    private int[] _lasts;
    private int[] _places;

    /// <summary>An empty table.</summary>
    /// <param name="longest">Words of the longest run on either side, at most 4.</param>
    public PhraseTable(int longest)
    {
        _longest = longest;
        _entries = new Entry[Smallest];
        (_lasts, _places) = (Empty(SlotsFor(Smallest)), Empty(SlotsFor(Smallest)));
    }

    /// <summary>A table with the runs of another.</summary>
    public PhraseTable(PhraseTable other)
    {
        (_longest, _count, _runs) = (other._longest, other._count, other._runs);
        (_entries, _lasts, _places) = ([.. other._entries], [.. other._lasts], [.. other._places]);
    }

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
            for (int end = start; end < Math.Min(source.Length, start + _longest); end++)
            {
                if (source[end] == Vocabulary.Unknown)
                {
                    break;
                }
                (int first, int last) = Span(start, end);
                if (first >= 0 && last - first < _longest && IsClosed(first, last, start, end, target))
                {
                    Add(Key(source[start..(end + 1)]), Key(target[first..(last + 1)]));
                }
            }
        }
    }

    /// <summary>Bytes that the table takes.</summary>
    public long Bytes =>
        (long)_entries.Length * EntryBytes + sizeof(int) * ((long)_lasts.Length + _places.Length);

    /// <summary>Gives back the room for more runs, and what only finds the pairs of them to count; later ones would make both
    /// again.</summary>
    public void Trim()
    {
        Array.Resize(ref _entries, _count);
        (_lasts, _places) = (Empty(SlotsFor(_runs)), []);
        PlaceRuns();
    }

    /// <summary>The last entry of a run of English words, or a negative number.</summary>
    public int Last(ReadOnlySpan<int> source) => _lasts[SlotOfRun(Key(source))];

    /// <summary>The entry at a place.</summary>
    public ref readonly Entry At(int place) => ref _entries[place];

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
                float probability = table.Probability(source[i], word);
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
        if (_places.Length == 0)
        {
            Grow();
        }
        int slot = SlotOfPair(source, target);
        if (_places[slot] >= 0)
        {
            _entries[_places[slot]].Count++;
            return;
        }
        if (_count == _entries.Length)
        {
            Grow();
            slot = SlotOfPair(source, target);
        }
        ref int last = ref _lasts[SlotOfRun(source)];
        _runs += last < 0 ? 1 : 0;
        _entries[_count] = new()
        {
            Source = source,
            Target = target,
            Count = 1,
            Before = last,
        };
        last = _count;
        _places[slot] = _count++;
    }

    private static int SlotsFor(int entries) => Math.Max(Smallest, entries + entries / 2 + 1);

    /// <summary>Makes room by half as much again.</summary>
    private void Grow()
    {
        Array.Resize(ref _entries, Math.Max(Smallest, _entries.Length + _entries.Length / 2));
        (_lasts, _places) = (Empty(SlotsFor(_entries.Length)), Empty(SlotsFor(_entries.Length)));
        PlaceRuns();
        for (int place = 0; place < _count; place++)
        {
            _places[SlotOfPair(_entries[place].Source, _entries[place].Target)] = place;
        }
    }

    private void PlaceRuns()
    {
        for (int place = 0; place < _count; place++)
        {
            // Later entries of a run replace earlier ones, so that its last one stays the last.
            _lasts[SlotOfRun(_entries[place].Source)] = place;
        }
    }

    /// <summary>The slot of a run, or the free one where it belongs.</summary>
    private int SlotOfRun(ulong source)
    {
        unchecked
        {
            int slot = SlotOf(source * Spread, _lasts.Length);
            while (_lasts[slot] >= 0 && _entries[_lasts[slot]].Source != source)
            {
                slot = slot + 1 == _lasts.Length ? 0 : slot + 1;
            }
            return slot;
        }
    }

    /// <summary>The slot of a pair of runs, or the free one where it belongs.</summary>
    private int SlotOfPair(ulong source, ulong target)
    {
        unchecked
        {
            int slot = SlotOf((source * Spread + target) * Spread, _places.Length);
            while (
                _places[slot] >= 0
                && (_entries[_places[slot]].Source != source || _entries[_places[slot]].Target != target)
            )
            {
                slot = slot + 1 == _places.Length ? 0 : slot + 1;
            }
            return slot;
        }
    }

    private static int SlotOf(ulong hash, int slots) => (int)(((hash >> 32) * (ulong)slots) >> 32);

    private static int[] Empty(int length)
    {
        int[] slots = new int[length];
        Array.Fill(slots, NoPlace);
        return slots;
    }

    /// <summary>A translation of a run.</summary>
    internal struct Entry
    {
        /// <summary>The run.</summary>
        public ulong Source;

        /// <summary>The words of its translation.</summary>
        public ulong Target;

        /// <summary>How often it was seen.</summary>
        public int Count;

        /// <summary>Another translation of the same run, or a negative number.</summary>
        public int Before;
    }
}
