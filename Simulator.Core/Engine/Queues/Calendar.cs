using System.Numerics;

namespace Simulator.Core.Engine.Queues;

/// <summary>One year of days of equal length, each with an unordered list of events; the year moves on with the present day.</summary>
/// <remarks>
/// A calendar orders nothing: it says on which of its days an event falls, and hands the events of a day out together. It
/// is closed at first, when its present day never ends.
/// </remarks>
internal sealed class Calendar(EventSlots slots)
{
    // With more days their heads would no longer stay in the cache beside the events, which costs more than crowded days.
    private const int MostDays = 1 << 15;
    private const int FewestDays = 1 << 7;
    private const int Endless = 63;

    private readonly DaySet _busyDays = new();
    private int[] _firstOfDay = [];
    private int _mask;
    private long _today;
    private int _count;

    /// <summary>Logarithm of the ticks in a day; 63 while closed.</summary>
    public int Shift { get; private set; } = Endless;

    /// <summary>Whether the present day never ends.</summary>
    public bool IsClosed => Shift == Endless;

    /// <summary>Days in the year.</summary>
    public int Days => _mask + 1;

    /// <summary>Whether no event waits on a later day of the year.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>The length of year that suits a number of events.</summary>
    public static int DaysFor(int events) =>
        (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(4L * events, FewestDays, MostDays));

    /// <summary>Days from the present one to that of a time; not positive when it has come.</summary>
    public long DaysUntil(long time) => (time >> Shift) - _today;

    /// <summary>Begins an empty year.</summary>
    public void Open(int shift, int days, long now)
    {
        if (_firstOfDay.Length < days)
        {
            _firstOfDay = new int[days];
        }
        Array.Fill(_firstOfDay, EventSlots.None);
        _busyDays.Resize(days);
        (Shift, _mask, _today, _count) = (shift, days - 1, now >> shift, 0);
    }

    /// <summary>Makes the present day endless; there must be no events.</summary>
    public void Close() => (Shift, _today) = (Endless, 0);

    /// <summary>Writes an event down on its day, which must be a later one of this year.</summary>
    public void Add(long time, ulong order, int slot)
    {
        ref EventSlot entry = ref slots[slot];
        entry.Time = time;
        entry.Order = order;
        int day = (int)((time >> Shift) & _mask);
        ref int first = ref _firstOfDay[day];
        if (first == EventSlots.None)
        {
            _busyDays.Add(day);
        }
        entry.Next = first;
        first = slot;
        _count++;
    }

    /// <summary>Makes the day of a time the present one.</summary>
    public void GoTo(long time) => _today = time >> Shift;

    /// <summary>Makes the next day with events the present one and moves them to the front; there must be one.</summary>
    public void MoveNextDay(EventFront front)
    {
        int present = (int)(_today & _mask),
            day = _busyDays.NextFrom((present + 1) & _mask);
        _today += (day - present) & _mask;
        int slot = TakeDay(day);
        while (slot != EventSlots.None)
        {
            ref EventSlot entry = ref slots[slot];
            front.Push(entry.Time, entry.Order, slot);
            slot = entry.Next;
            _count--;
        }
    }

    /// <summary>Moves every event to a list.</summary>
    public void DrainTo(List<EventKey> keys)
    {
        while (_count > 0)
        {
            int slot = TakeDay(_busyDays.NextFrom(0));
            while (slot != EventSlots.None)
            {
                ref EventSlot entry = ref slots[slot];
                keys.Add(
                    new()
                    {
                        Time = entry.Time,
                        Order = entry.Order,
                        Slot = slot,
                    }
                );
                slot = entry.Next;
                _count--;
            }
        }
    }

    private int TakeDay(int day)
    {
        int first = _firstOfDay[day];
        _firstOfDay[day] = EventSlots.None;
        _busyDays.Remove(day);
        return first;
    }
}
