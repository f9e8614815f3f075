using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Queues;

/// <summary>Keys of which the soonest are sorted, and the others in a heap.</summary>
/// <remarks>
/// Putting a key among a few sorted ones is quicker than any heap, and taking the earliest is free. The sorted ones are so
/// few that nothing ever costs more than a logarithm.
/// </remarks>
internal sealed class EventFront
{
    private const int MostSorted = 32;

    // From the latest to the earliest, behind one that is later than any; none only if there are none in the heap either.
    private readonly EventKey[] _sorted = new EventKey[MostSorted + 1];
    private readonly EventHeap _later = new();
    private int _last;

    public EventFront() => _sorted[0].Set(long.MaxValue, ulong.MaxValue, EventSlots.None);

    /// <summary>Whether there is no key.</summary>
    public bool IsEmpty => _last == 0;

    /// <summary>The earliest key; there must be one.</summary>
    public ref readonly EventKey First => ref _sorted[_last];

    /// <summary>Puts a key in.</summary>
    public void Push(long time, ulong order, int slot)
    {
        if (_later.Count > 0 && _sorted[1].IsBefore(time, order))
        {
            _later.Push(time, order, slot);
        }
        else if (_last < MostSorted)
        {
            Insert(time, order, slot);
        }
        else
        {
            KeepHalf();
            Push(time, order, slot);
        }
    }

    /// <summary>Takes the earliest key out.</summary>
    public void TakeFirst()
    {
        _last--;
        // Asked in this order, since the second answer can rarely be predicted.
        if (_later.Count > 0 && _last == 0)
        {
            SortSome();
        }
    }

    /// <summary>Moves every key to a list.</summary>
    public void DrainTo(List<EventKey> keys)
    {
        keys.AddRange(_sorted.AsSpan(1, _last));
        _last = 0;
        _later.DrainTo(keys);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Insert(long time, ulong order, int slot)
    {
        EventKey[] sorted = _sorted;
        int i = ++_last;
        while (!sorted[i - 1].IsAfter(time, order))
        {
            ref EventKey earlier = ref sorted[i - 1];
            sorted[i].Set(earlier.Time, earlier.Order, earlier.Slot);
            i--;
        }
        sorted[i].Set(time, order, slot);
    }

    private void KeepHalf()
    {
        const int Moved = MostSorted / 2;
        foreach (ref readonly EventKey key in _sorted.AsSpan(1, Moved))
        {
            _later.Push(key.Time, key.Order, key.Slot);
        }
        Array.Copy(_sorted, 1 + Moved, _sorted, 1, MostSorted - Moved);
        _last -= Moved;
    }

    private void SortSome()
    {
        _last = Math.Min(_later.Count, MostSorted / 2);
        for (int i = _last; i > 0; i--)
        {
            _sorted[i] = _later.Pop();
        }
    }
}
