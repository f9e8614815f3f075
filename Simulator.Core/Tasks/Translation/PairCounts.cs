namespace Simulator.Core.Tasks.Translation;

/// <summary>Numbers of pairs of words: each pair that was met has a place, in the order of first meeting.</summary>
/// <remarks>Unchecked: a pair's key has 26 bits, a slot lies below the length of the table, which is a power of two.</remarks>
internal sealed class PairCounts
{
    private const int NoPlace = -1;
    private const uint Spread = 0x9E3779B1;
    private const int SmallestTableBits = 8;

    private int _bits = SmallestTableBits;
    private int[] _slots = Empty(1 << SmallestTableBits);
    private uint[] _keys = new uint[1 << (SmallestTableBits - 1)];

    /// <summary>No pairs yet.</summary>
    public PairCounts() { }

    /// <summary>The pairs of another.</summary>
    public PairCounts(PairCounts other)
    {
        (_bits, Count) = (other._bits, other.Count);
        (_slots, _keys) = ([.. other._slots], [.. other._keys]);
    }

    /// <summary>Pairs met so far.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => sizeof(int) * ((long)_slots.Length + _keys.Length);

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
        _slots[slot] = Count;
        return Count++;
    }

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

    /// <summary>Makes room by half as much again; the table of slots doubles where it would be more than two thirds full.</summary>
    private void Grow()
    {
        Array.Resize(ref _keys, _keys.Length + _keys.Length / 2);
        if (3 * _keys.Length <= 2 * _slots.Length)
        {
            return;
        }
        _bits++;
        _slots = Empty(1 << _bits);
        for (int place = 0; place < Count; place++)
        {
            _slots[SlotOf(_keys[place])] = place;
        }
    }
}
