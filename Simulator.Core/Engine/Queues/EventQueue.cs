using System.Numerics;

namespace Simulator.Core.Engine.Queues;

/// <summary>Pending events in their total order; it suits itself to how many there are and how they lie in time.</summary>
/// <remarks>
/// Few events are kept in one heap. When there are many, only those of the present day are; those of the coming year wait
/// in the lists of a calendar, and those beyond it in a second heap. The length of a day follows the rate at which events
/// were taken lately. Whatever the times are, an event goes through two heaps and one list at most: a calendar that fits
/// badly is as slow as a heap, and never slower.
/// </remarks>
internal sealed class EventQueue
{
    private const int OpensAbove = 32;
    private const int ClosesBelow = 16;

    private readonly EventSlots _slots = new();
    private readonly EventHeap _today = new();
    private readonly EventHeap _beyond = new();
    private readonly Calendar _calendar;
    private readonly List<EventKey> _gathered = [];
    private ulong _sequence;
    private long _timeOfFit;
    private int _takesPerFit = 256;
    private int _takesUntilFit = 256;

    public EventQueue() => _calendar = new(_slots);

    /// <summary>Number of events.</summary>
    public int Count { get; private set; }

    /// <summary>Puts an event in, after all of its tick and phase.</summary>
    public void Push(long time, Phase phase, IEventHandler handler, long argument)
    {
        EventKey key = new(time, EventKey.OrderOf(phase, _sequence++), _slots.Rent(handler, argument));
        Count++;
        Place(key);
    }

    /// <summary>Takes the earliest event out if it lies before a time.</summary>
    public bool TryTake(long end, out EventKey key, out IEventHandler? handler, out long argument)
    {
        if ((!_today.TryPeek(out key) && !TryNextDay(out key)) || key.Time >= end)
        {
            (handler, argument) = (null, 0);
            return false;
        }
        _today.TakePeeked();
        Count--;
        handler = _slots.Return(key.Slot, out argument);
        if (--_takesUntilFit == 0)
        {
            Fit(key.Time);
        }
        return true;
    }

    private void Place(in EventKey key)
    {
        long days = _calendar.DaysUntil(key.Time);
        if (days <= 0)
        {
            _today.Push(key);
        }
        else if (days < _calendar.Days)
        {
            _calendar.Add(key);
        }
        else
        {
            _beyond.Push(key);
        }
    }

    private bool TryNextDay(out EventKey first)
    {
        if (_calendar.IsEmpty)
        {
            if (!_beyond.TryPeek(out first))
            {
                return false;
            }
            _calendar.GoTo(first.Time);
        }
        else
        {
            _today.Clear();
            _calendar.MoveNextDay(_today);
            _today.Order();
        }
        // The year has moved on: what lay just beyond it now lies within.
        while (_beyond.TryPeek(out EventKey next) && _calendar.DaysUntil(next.Time) < _calendar.Days)
        {
            _beyond.TakePeeked();
            Place(next);
        }
        return _today.TryPeek(out first);
    }

    /// <summary>Opens or closes the calendar, or gives it other days, if that suits the events better.</summary>
    private void Fit(long now)
    {
        double elapsed = now - _timeOfFit;
        int days = Calendar.DaysFor(Count);
        double day = 4.0 * Count * elapsed / _takesPerFit / days;
        int shift = day < 1 ? 0 : Math.Min(BitOperations.Log2((ulong)day) + 1, 62);
        _timeOfFit = now;
        _takesPerFit = Math.Max(Count, 256);
        _takesUntilFit = _takesPerFit;
        bool isToOpen = Count > (_calendar.IsClosed ? OpensAbove : ClosesBelow);
        if (isToOpen && !IsNear(shift, days))
        {
            Gather();
            _calendar.Open(shift, days, now);
            Distribute();
        }
        else if (!isToOpen && !_calendar.IsClosed)
        {
            Gather();
            _calendar.Close();
            Distribute();
        }
    }

    private bool IsNear(int shift, int days) =>
        Math.Abs(shift - _calendar.Shift) <= 1 && days <= 2 * _calendar.Days && days >= _calendar.Days / 4;

    private void Gather()
    {
        _gathered.Clear();
        _gathered.AddRange(_today.Keys);
        _gathered.AddRange(_beyond.Keys);
        _calendar.DrainTo(_gathered);
        _today.Clear();
        _beyond.Clear();
    }

    private void Distribute()
    {
        foreach (EventKey key in _gathered)
        {
            Place(key);
        }
        _gathered.Clear();
    }
}
