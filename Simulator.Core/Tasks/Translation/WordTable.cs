namespace Simulator.Core.Tasks.Translation;

/// <summary>IBM Model 1: how probable each word of the other language is as the translation of an English word.</summary>
/// <remarks>
/// A pass over all pairs is one iteration of expectation and maximization: a word of the translation is shared out among the
/// English words beside it, and the empty word, in proportion to what the pass before found; what each gets is its share
/// in the next. The first pass has none before it and goes by what it has gathered so far itself, so that the table can
/// be used at once; when it ends, pairs below a least probability are dropped for good. Unknown words take no part.
/// Source: P. Brown et al., The Mathematics of Statistical Machine Translation, Computational Linguistics 19 (2), 1993,
/// section 4.1; the first pass as in R. Neal and G. Hinton, 1998.
/// </remarks>
internal sealed class WordTable
{
    private const int MostWords = 256;

    private readonly float _prior;
    private readonly float _leastProbability;
    private readonly float[] _found;
    private readonly float[] _gathered;
    private int _passes;
    private int _pass;

    // The first pass goes by rows that grow; what is left of them does not.
    private WordRow?[] _rows;
    private FoundWords? _kept;

    /// <summary>A table that knows nothing.</summary>
    /// <param name="words">Numbers that English words may have.</param>
    /// <param name="passes">Passes after which nothing more is learned.</param>
    /// <param name="constants">What decides which pairs it keeps.</param>
    public WordTable(int words, int passes, TranslatorConstants constants)
    {
        _passes = passes;
        (_prior, _leastProbability) = (constants.Prior, constants.LeastProbability);
        (_rows, _found, _gathered) = (new WordRow?[words], new float[words], new float[words]);
    }

    /// <summary>A table that knows what another one does.</summary>
    public WordTable(WordTable other)
    {
        (_passes, _pass) = (other._passes, other._pass);
        (_prior, _leastProbability) = (other._prior, other._leastProbability);
        _rows = Array.ConvertAll(other._rows, row => row is null ? null : new WordRow(row));
        _kept = other._kept is { } kept ? new(kept) : null;
        (_found, _gathered) = ([.. other._found], [.. other._gathered]);
    }

    /// <summary>Bytes that the table takes.</summary>
    public long Bytes =>
        _rows.Sum(row => row?.Bytes ?? 0)
        + (_kept?.Bytes ?? 0)
        + (long)_rows.Length * IntPtr.Size
        + 2L * sizeof(float) * _found.Length;

    /// <summary>Floating-point operations to learn from a pair of sentences.</summary>
    public static long Operations(int sourceWords, int targetWords) => 6L * (sourceWords + 1) * targetWords;

    /// <summary>The words that an English word was seen with, in slots; a free slot has <see cref="Vocabulary.Nothing"/>.</summary>
    public ReadOnlySpan<ushort> Words(int english) =>
        _kept is { } kept ? kept.Words(english)
        : _rows[english] is { } row ? row.Words
        : [];

    /// <summary>What the word in each slot of an English word weighs: its probability, but for <see cref="Whole"/>.</summary>
    public float Weight(int english, int slot) =>
        _kept is { } kept ? kept.Found(english)[slot] : _rows[english]!.Gathered[slot] + _prior;

    /// <summary>What the weights of an English word are parts of; 0 where nothing is known.</summary>
    public float Whole(int english) => _kept is null ? _gathered[english] + 1 : _found[english];

    /// <summary>How probable a word is as the translation of an English word; 0 where the two were never seen together.</summary>
    public float Probability(int english, int word)
    {
        int slot = _kept is { } kept ? kept.Find(english, word) : _rows[english]?.Find(word) ?? -1;
        return slot < 0 ? 0 : Part(english, slot);
    }

    /// <summary>Learns from a pair of sentences.</summary>
    public void Learn(ReadOnlySpan<int> source, ReadOnlySpan<int> target)
    {
        Span<int> slots = stackalloc int[MostWords];
        Span<float> parts = stackalloc float[MostWords];
        int last = Math.Min(source.Length, MostWords - 1);
        foreach (int word in target)
        {
            if (word == Vocabulary.Unknown)
            {
                continue;
            }
            float sum = 0;
            for (int i = 0; i <= last; i++)
            {
                int english = English(source, i, last);
                // A row grows by one word here at most, so that slots stay as they are until the next word.
                slots[i] = english == Vocabulary.Unknown ? -1 : Slot(english, word);
                parts[i] = slots[i] < 0 ? 0 : Part(english, slots[i]);
                sum += parts[i];
            }
            for (int i = 0; sum > 0 && i <= last; i++)
            {
                if (slots[i] >= 0)
                {
                    float share = parts[i] / sum;
                    int english = English(source, i, last);
                    Gathered(english)[slots[i]] += share;
                    _gathered[english] += share;
                }
            }
        }
    }

    /// <summary>Ends a pass: what it gathered is what the next one goes by.</summary>
    public void EndPass()
    {
        bool isLast = ++_pass == _passes;
        if (_kept is null)
        {
            _kept = new(_rows, _gathered, _leastProbability, isLast);
            _rows = [];
        }
        else
        {
            _kept.EndPass(isLast);
        }
        _gathered.CopyTo(_found, 0);
        Array.Clear(_gathered);
    }

    /// <summary>Makes ready for one pass over other sentences, which adds to what the last whole pass has found.</summary>
    public void Renew()
    {
        if (_kept is { } kept)
        {
            _rows = [.. Enumerable.Range(0, _found.Length).Select(kept.Row)];
            _kept = null;
            _found.CopyTo(_gathered, 0);
            Array.Clear(_found);
        }
        (_passes, _pass) = (1, 0);
    }

    // Behind the last word stands the empty one.
    private static int English(ReadOnlySpan<int> source, int place, int last) =>
        place == last ? Vocabulary.Nothing : source[place];

    private float Part(int english, int slot)
    {
        float whole = Whole(english);
        return whole > 0 ? Weight(english, slot) / whole : 0;
    }

    private Span<float> Gathered(int english) =>
        _kept is { } kept ? kept.Gathered(english) : _rows[english]!.Gathered;

    private int Slot(int english, int word) =>
        _kept is { } kept ? kept.Find(english, word) : (_rows[english] ??= new()).Add(word);
}
