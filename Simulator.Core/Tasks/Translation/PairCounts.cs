namespace Simulator.Core.Tasks.Translation;

/// <summary>How often each pair of words was met.</summary>
/// <remarks>One open hash table, at most three quarters full, of a word pair and its count side by side: most look-ups read one
/// place in memory. Unchecked: a pair's key has 26 bits, a slot lies below the length of the table, and a hash wraps around.</remarks>
internal sealed class PairCounts
{
    private const int Smallest = 64;
    private const uint Spread = 0x9E3779B1;

    private Entry[] _entries;
    private int _used;

    /// <summary>No pairs yet.</summary>
    public PairCounts() => _entries = new Entry[Smallest];

    /// <summary>The pairs of another.</summary>
    public PairCounts(PairCounts other) => (_entries, _used) = ([.. other._entries], other._used);

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => 2L * sizeof(int) * _entries.Length;

    /// <summary>How often a pair was met.</summary>
    public int Count(int first, int second) => _entries[SlotOf(Key(first, second))].Count;

    /// <summary>Counts a pair.</summary>
    /// <returns>How often it was met before.</returns>
    public int Add(int first, int second)
    {
        uint key = Key(first, second);
        int slot = SlotOf(key);
        if (_entries[slot].Count > 0)
        {
            return _entries[slot].Count++;
        }
        if (4L * (_used + 1) > 3L * _entries.Length)
        {
            Resize(_entries.Length + _entries.Length / 2);
            slot = SlotOf(key);
        }
        _entries[slot] = new() { Key = key, Count = 1 };
        _used++;
        return 0;
    }

    /// <summary>Gives back the room for more pairs, which a later one would make again.</summary>
    public void Trim()
    {
        int fewest = Math.Max(Smallest, _used + _used / 3 + 1);
        if (fewest < _entries.Length)
        {
            Resize(fewest);
        }
    }

    private static uint Key(int first, int second) =>
        unchecked(((uint)first << Vocabulary.Bits) | (uint)second);

    private void Resize(int length)
    {
        Entry[] entries = _entries;
        _entries = new Entry[length];
        foreach (Entry entry in entries)
        {
            if (entry.Count > 0)
            {
                _entries[SlotOf(entry.Key)] = entry;
            }
        }
    }

    /// <summary>The slot that holds a key, or the free one where it belongs.</summary>
    private int SlotOf(uint key)
    {
        unchecked
        {
            int slot = (int)(((ulong)(key * Spread) * (uint)_entries.Length) >> 32);
            while (_entries[slot].Count > 0 && _entries[slot].Key != key)
            {
                slot = slot + 1 == _entries.Length ? 0 : slot + 1;
            }
            return slot;
        }
    }

    /// <summary>A pair; one that was never met is a free slot.</summary>
    private struct Entry
    {
        /// <summary>Both words.</summary>
        public uint Key;

        /// <summary>How often they were met.</summary>
        public int Count;
    }
}
