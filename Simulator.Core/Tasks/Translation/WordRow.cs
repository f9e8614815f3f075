namespace Simulator.Core.Tasks.Translation;

/// <summary>The words of the other language that one English word was seen with, and how much of each.</summary>
/// <remarks>A hash table of a power of two, open and at most three quarters full: six bytes a word, and no more while they
/// are gathered. Unchecked: a slot lies below the length of the table, and a hash wraps around.</remarks>
internal sealed class WordRow
{
    private const int Free = Vocabulary.Nothing;
    private const int SmallestBits = 2;
    private const uint Spread = 0x9E3779B1;

    private int _bits = SmallestBits;
    private ushort[] _words = new ushort[1 << SmallestBits];
    private float[] _gathered = new float[1 << SmallestBits];
    private float[] _found = [];
    private int _count;

    /// <summary>A row without words.</summary>
    public WordRow() { }

    /// <summary>A row with the words of another.</summary>
    public WordRow(WordRow other)
    {
        (_bits, _count) = (other._bits, other._count);
        (_words, _gathered, _found) = ([.. other._words], [.. other._gathered], [.. other._found]);
    }

    /// <summary>Slots, in use or free.</summary>
    public int Slots => _words.Length;

    /// <summary>Bytes that it takes.</summary>
    public long Bytes =>
        sizeof(ushort) * (long)_words.Length + sizeof(float) * ((long)_gathered.Length + _found.Length);

    /// <summary>The word in a slot; <see cref="Vocabulary.Nothing"/> in a free one.</summary>
    public int Word(int slot) => _words[slot];

    /// <summary>What this pass has gathered so far for the word in a slot.</summary>
    public ref float Gathered(int slot) => ref _gathered[slot];

    /// <summary>What the pass before has found for the word in a slot.</summary>
    public float Found(int slot) => _found[slot];

    /// <summary>The slot of a word; negative where it was never seen.</summary>
    public int Find(int word)
    {
        int slot = SlotOf(word);
        return _words[slot] == Free ? -1 : slot;
    }

    /// <summary>The slot of a word, a new one where it was never seen.</summary>
    public int Add(int word)
    {
        int slot = SlotOf(word);
        if (_words[slot] != Free)
        {
            return slot;
        }
        if (4 * (_count + 1) > 3 * _words.Length)
        {
            Grow();
            slot = SlotOf(word);
        }
        _words[slot] = (ushort)word;
        _count++;
        return slot;
    }

    /// <summary>Drops the words of which less was gathered than an amount.</summary>
    public void Drop(float least)
    {
        (ushort[] words, float[] gathered) = (_words, _gathered);
        (_bits, _count) = (SmallestBits, 0);
        (_words, _gathered) = (new ushort[1 << SmallestBits], new float[1 << SmallestBits]);
        for (int slot = 0; slot < words.Length; slot++)
        {
            if (words[slot] != Free && gathered[slot] >= least)
            {
                // Adding may put another array in place of this one.
                int kept = Add(words[slot]);
                _gathered[kept] = gathered[slot];
            }
        }
    }

    /// <summary>Ends a pass: what was gathered is found, and the next one, if any, begins with nothing.</summary>
    public void EndPass(bool isLast)
    {
        (_found, _gathered) = (_gathered, isLast || _found.Length > 0 ? _found : new float[_words.Length]);
        if (isLast)
        {
            _gathered = [];
        }
        Array.Clear(_gathered);
    }

    /// <summary>Goes on gathering from what was found.</summary>
    public void Renew() => (_gathered, _found) = (_found, []);

    private int SlotOf(int word)
    {
        unchecked
        {
            int slot = (int)(((uint)word * Spread) >> (32 - _bits));
            while (_words[slot] != Free && _words[slot] != word)
            {
                slot = (slot + 1) & (_words.Length - 1);
            }
            return slot;
        }
    }

    private void Grow()
    {
        (ushort[] words, float[] gathered) = (_words, _gathered);
        _bits++;
        (_words, _gathered) = (new ushort[1 << _bits], new float[1 << _bits]);
        for (int old = 0; old < words.Length; old++)
        {
            if (words[old] != Free)
            {
                int slot = SlotOf(words[old]);
                (_words[slot], _gathered[slot]) = (words[old], gathered[old]);
            }
        }
    }
}
