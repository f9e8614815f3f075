using System.Numerics;
using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Queues;

/// <summary>Pending events in their total order; it suits itself to how many there are and how they lie in time.</summary>
/// <remarks>
/// Few events are kept at the front alone. When there are many, only those of the present day are; those of the coming
/// year wait in the lists of a calendar, and those beyond it in a heap. The length of a day follows the rate at which
/// events were taken lately. Whatever the times are, an event goes through two heaps and one list at most: a calendar that
/// fits badly costs a logarithm an event, and never more.
/// </remarks>
internal sealed class EventQueue
{
    // Measured: a calendar is quicker than the front alone from about twenty events on.
    private const int OpensAbove = 32;
    private const int ClosesBelow = 16;
    private const int FewestTakesPerFit = 256;

    // With exponential delays all but 2 % of the events fall within a year of four times their mean.
    private const double YearInMeanDelays = 4;

    private readonly EventSlots _slots = new();
    private readonly EventFront _today = new();
    private readonly EventHeap _beyond = new();
    private readonly Calendar _calendar;
    private readonly List<EventKey> _gathered = [];
    private ulong _sequence;
    private long _timeOfFit;
    private int _takesPerFit = FewestTakesPerFit;
    private ulong _taken;
    private ulong _nextFit = FewestTakesPerFit;

    public EventQueue() => _calendar = new(_slots);

    /// <summary>Number of events.</summary>
    public int Count => (int)(_sequence - _taken);

    /// <summary>Puts an event in, after all of its tick and phase.</summary>
    public void Push(long time, Phase phase, IEventHandler handler, long argument) =>
        Place(time, EventKey.OrderOf(phase, _sequence++), _slots.Rent(handler, argument));

    /// <summary>Takes the earliest event out if it lies before a time.</summary>
    /// <returns>Whom to call; null if there is no such event.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IEventHandler? Take(long end, out long time, out Phase phase, out long argument)
    {
        if ((_today.IsEmpty && !TryNextDay()) || _today.First.Time >= end)
        {
            (time, phase, argument) = (0, default, 0);
            return null;
        }
        ref readonly EventKey first = ref _today.First;
        time = first.Time;
        phase = EventKey.PhaseOf(first.Order);
        IEventHandler handler = _slots.Return(first.Slot, out argument);
        _today.TakeFirst();
        if (++_taken == _nextFit)
        {
            Fit(time);
        }
        return handler;
    }

    private void Place(long time, ulong order, int slot)
    {
        long days = _calendar.DaysUntil(time);
        if (days <= 0)
        {
            _today.Push(time, order, slot);
        }
        else if (days < _calendar.Days)
        {
            _calendar.Add(time, order, slot);
        }
        else
        {
            _beyond.Push(time, order, slot);
        }
    }

    private bool TryNextDay()
    {
        if (!_calendar.IsEmpty)
        {
            _calendar.MoveNextDay(_today);
        }
        else if (_beyond.Count > 0)
        {
            _calendar.GoTo(_beyond.First.Time);
        }
        else
        {
            return false;
        }
        // The year has moved on: what lay just beyond it now lies within.
        while (_beyond.Count > 0 && _calendar.DaysUntil(_beyond.First.Time) < _calendar.Days)
        {
            EventKey next = _beyond.Pop();
            Place(next.Time, next.Order, next.Slot);
        }
        return true;
    }

    /// <summary>Opens or closes the calendar, or gives it other days, if that suits the events better.</summary>
    private void Fit(long now)
    {
        int days = Calendar.DaysFor(Count);
        // As many events as wait are taken in the mean time that an event waits.
        double meanDelay = (double)Count * (now - _timeOfFit) / _takesPerFit,
            day = YearInMeanDelays * meanDelay / days;
        int shift = day < 1 ? 0 : Math.Min(BitOperations.Log2((ulong)day) + 1, 62);
        _timeOfFit = now;
        _takesPerFit = Math.Max(Count, FewestTakesPerFit);
        _nextFit = _taken + (ulong)_takesPerFit;
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
        _today.DrainTo(_gathered);
        _calendar.DrainTo(_gathered);
        _beyond.DrainTo(_gathered);
    }

    private void Distribute()
    {
        foreach (EventKey key in _gathered)
        {
            Place(key.Time, key.Order, key.Slot);
        }
        _gathered.Clear();
    }
}
