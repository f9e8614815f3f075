namespace Simulator.Core.Tasks.Translation;

/// <summary>Numbers of pairs of words: each pair that was met has a place, in the order of first meeting, and the places
/// of one first word are a chain.</summary>
/// <remarks>Unchecked: a pair's key has 26 bits, a slot lies below the length of the table, which is a power of two.</remarks>
internal sealed class PairCounts
{
    private const int NoPlace = -1;
    private const uint Spread = 0x9E3779B1;
    private const int SmallestTableBits = 8;

    private readonly int[] _last = new int[1 << Vocabulary.Bits];
    private int _bits = SmallestTableBits;
    private int[] _slots = Empty(1 << SmallestTableBits);
    private uint[] _keys = new uint[1 << (SmallestTableBits - 1)];
    private int[] _before = new int[1 << (SmallestTableBits - 1)];

    /// <summary>No pairs.</summary>
    public PairCounts() => Array.Fill(_last, NoPlace);

    /// <summary>Pairs met so far.</summary>
    public int Count { get; private set; }

    /// <summary>The place of a pair, or a negative number.</summary>
    public int Find(int first, int second)
    {
        uint key = Key(first, second);
        int slot = SlotOf(key);
        return _slots[slot];
    }

    /// <summary>The place of a pair, a new one where it was never met.</summary>
    public int Add(int first, int second)
    {
        uint key = Key(first, second);
        int slot = SlotOf(key);
        if (_slots[slot] >= 0)
        {
            return _slots[slot];
        }
        if (Count == _keys.Length)
        {
            Grow();
            slot = SlotOf(key);
        }
        _keys[Count] = key;
        _before[Count] = _last[first];
        _last[first] = Count;
        _slots[slot] = Count;
        return Count++;
    }

    /// <summary>The first word of the pair at a place.</summary>
    public int First(int place) => (int)(_keys[place] >> Vocabulary.Bits);

    /// <summary>The second word of the pair at a place.</summary>
    public int Second(int place) => (int)(_keys[place] & ((1 << Vocabulary.Bits) - 1));

    /// <summary>The place of the pair with a first word that was met last, or a negative number.</summary>
    public int Last(int first) => _last[first];

    /// <summary>The place of the pair with the same first word that was met before, or a negative number.</summary>
    public int Before(int place) => _before[place];

    private static uint Key(int first, int second) =>
        unchecked(((uint)first << Vocabulary.Bits) | (uint)second);

    private static int[] Empty(int length)
    {
        int[] slots = new int[length];
        Array.Fill(slots, NoPlace);
        return slots;
    }

    /// <summary>The slot that holds a key, or the free one where it belongs.</summary>
    private int SlotOf(uint key)
    {
        unchecked
        {
            int mask = _slots.Length - 1;
            int slot = (int)((key * Spread) >> (32 - _bits));
            while (_slots[slot] >= 0 && _keys[_slots[slot]] != key)
            {
                slot = (slot + 1) & mask;
            }
            return slot;
        }
    }

    private void Grow()
    {
        _bits++;
        _slots = Empty(1 << _bits);
        Array.Resize(ref _keys, _keys.Length * 2);
        Array.Resize(ref _before, _before.Length * 2);
        for (int place = 0; place < Count; place++)
        {
            _slots[SlotOf(_keys[place])] = place;
        }
    }
}
