namespace Simulator.Core.Tasks.Translation;

/// <summary>The words of the other language that one English word was seen with in the first pass, and how much of each was
/// gathered.</summary>
/// <remarks>An open hash table that is at most three quarters full and grows by half: six bytes a slot.</remarks>
internal sealed class WordRow
{
    private const int Smallest = 4;

    private ushort[] _words = new ushort[Smallest];
    private float[] _gathered = new float[Smallest];
    private int _count;

    /// <summary>A row without words.</summary>
    public WordRow() { }

    /// <summary>A row with the words of another.</summary>
    public WordRow(WordRow other)
    {
        _count = other._count;
        (_words, _gathered) = ([.. other._words], [.. other._gathered]);
    }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => sizeof(ushort) * (long)_words.Length + sizeof(float) * (long)_gathered.Length;

    /// <summary>The word in each slot; <see cref="Vocabulary.Nothing"/> in a free one.</summary>
    public ReadOnlySpan<ushort> Words => _words;

    /// <summary>What was gathered for the word in each slot.</summary>
    public Span<float> Gathered => _gathered;

    /// <summary>The slot of a word; negative where it was never seen.</summary>
    public int Find(int word)
    {
        int slot = WordSlots.Of(_words, word);
        return _words[slot] == Vocabulary.Nothing ? -1 : slot;
    }

    /// <summary>The slot of a word, a new one where it was never seen.</summary>
    public int Add(int word)
    {
        int slot = WordSlots.Of(_words, word);
        if (_words[slot] != Vocabulary.Nothing)
        {
            return slot;
        }
        if (4 * (_count + 1) > 3 * _words.Length)
        {
            Grow();
            slot = WordSlots.Of(_words, word);
        }
        _words[slot] = (ushort)word;
        _count++;
        return slot;
    }

    private void Grow()
    {
        (ushort[] words, float[] gathered) = (_words, _gathered);
        int length = words.Length + words.Length / 2;
        (_words, _gathered) = (new ushort[length], new float[length]);
        for (int old = 0; old < words.Length; old++)
        {
            if (words[old] != Vocabulary.Nothing)
            {
                int slot = WordSlots.Of(_words, words[old]);
                (_words[slot], _gathered[slot]) = (words[old], gathered[old]);
            }
        }
    }
}
