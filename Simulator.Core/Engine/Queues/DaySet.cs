using System.Numerics;

namespace Simulator.Core.Engine.Queues;

/// <summary>A set of the numbers below a power of two that finds its next member, around the end, in a few steps.</summary>
internal sealed class DaySet
{
    private ulong[] _words = [];
    private ulong[] _groups = [];
    private int _wordMask;
    private int _groupMask;

    /// <summary>Empties the set and lets it hold numbers below another power of two, at least 64.</summary>
    public void Resize(int size)
    {
        (_wordMask, _groupMask) = ((size >> 6) - 1, Math.Max(size >> 12, 1) - 1);
        if (_words.Length <= _wordMask)
        {
            (_words, _groups) = (new ulong[_wordMask + 1], new ulong[_groupMask + 1]);
        }
        Array.Clear(_words);
        Array.Clear(_groups);
    }

    /// <summary>Puts a number in.</summary>
    public void Add(int number)
    {
        _words[number >> 6] |= 1UL << (number & 63);
        _groups[number >> 12] |= 1UL << ((number >> 6) & 63);
    }

    /// <summary>Takes a number out.</summary>
    public void Remove(int number)
    {
        ref ulong word = ref _words[number >> 6];
        word &= ~(1UL << (number & 63));
        if (word == 0)
        {
            _groups[number >> 12] &= ~(1UL << ((number >> 6) & 63));
        }
    }

    /// <summary>The first member from a number on, beginning again at 0 after the last; there must be one.</summary>
    public int NextFrom(int number)
    {
        ulong word = _words[number >> 6] & (ulong.MaxValue << (number & 63));
        return word != 0
            ? (number & ~63) + BitOperations.TrailingZeroCount(word)
            : FirstOf(NextWordFrom(((number >> 6) + 1) & _wordMask));
    }

    private int NextWordFrom(int word)
    {
        ulong group = _groups[word >> 6] & (ulong.MaxValue << (word & 63));
        int at = word >> 6;
        while (group == 0)
        {
            at = (at + 1) & _groupMask;
            group = _groups[at];
        }
        return (at << 6) + BitOperations.TrailingZeroCount(group);
    }

    private int FirstOf(int word) => (word << 6) + BitOperations.TrailingZeroCount(_words[word]);
}
