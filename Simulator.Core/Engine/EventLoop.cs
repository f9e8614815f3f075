using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Delivers scheduled events one after the other, by time, then phase, then the order in which they were scheduled.</summary>
public sealed class EventLoop
{
    private readonly PriorityQueue<(IEventHandler, long), (long, Phase, long)> _queue = new();
    private long _sequence;

    /// <summary>The time of the event being handled, or where the loop last stopped.</summary>
    public SimTime Now { get; private set; }

    /// <summary>The phase of the event being handled.</summary>
    public Phase Phase { get; private set; }

    /// <summary>Number of events that wait.</summary>
    public int Pending => _queue.Count;

    /// <summary>Schedules an event.</summary>
    /// <param name="at">When; not before <see cref="Now"/>.</param>
    /// <param name="phase">Its place among events of the same tick.</param>
    /// <param name="handler">Whom to call.</param>
    /// <param name="argument">A number passed on to the handler.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> has passed.</exception>
    public void Schedule(SimTime at, Phase phase, IEventHandler handler, long argument = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, Now);
        _queue.Enqueue((handler, argument), (at.Ticks, phase, _sequence++));
    }

    /// <summary>Delivers every event before a point of time, those scheduled meanwhile included, and stops there.</summary>
    public void RunUntil(SimTime end)
    {
        while (
            _queue.TryPeek(
                out (IEventHandler Handler, long Argument) next,
                out (long Ticks, Phase Phase, long) key
            )
            && key.Ticks < end.Ticks
        )
        {
            _queue.Dequeue();
            Now = new(key.Ticks);
            Phase = key.Phase;
            next.Handler.Handle(this, next.Argument);
        }
        Now = end;
    }
}
