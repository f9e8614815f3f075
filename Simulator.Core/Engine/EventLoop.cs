using Simulator.Core.Engine.Queues;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Delivers scheduled events one after the other, by time, then phase, then the order in which they were scheduled.</summary>
/// <remarks>One loop belongs to one thread at a time. Nothing is allocated for an event once there were as many before.</remarks>
public sealed class EventLoop
{
    private readonly EventQueue _queue = new();
    private bool _isRunning;

    /// <summary>The time of the event being handled, or where the loop last stopped.</summary>
    public SimTime Now { get; private set; }

    /// <summary>The phase of the event being handled.</summary>
    public Phase Phase { get; private set; }

    /// <summary>Number of events that wait.</summary>
    public int Pending => _queue.Count;

    /// <summary>Schedules an event.</summary>
    /// <param name="at">When; not before <see cref="Now"/>.</param>
    /// <param name="phase">Its place among events of the same tick; one that has passed in this tick comes next.</param>
    /// <param name="handler">Whom to call.</param>
    /// <param name="argument">A number passed on to the handler.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> has passed.</exception>
    public void Schedule(SimTime at, Phase phase, IEventHandler handler, long argument = 0)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (at < Now)
        {
            throw Passed(at, nameof(at));
        }
        _queue.Push(at.Ticks, phase, handler, argument);
    }

    /// <summary>Delivers every event before a point of time, those scheduled meanwhile included, and stops there.</summary>
    /// <param name="end">Where to stop; not before <see cref="Now"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> has passed.</exception>
    /// <exception cref="InvalidOperationException">The loop is running: an event asks it to run.</exception>
    /// <remarks>
    /// What a handler or a process throws comes out here. That event is over then, the others still wait, and the loop can
    /// go on.
    /// </remarks>
    public void RunUntil(SimTime end)
    {
        if (end < Now)
        {
            throw Passed(end, nameof(end));
        }
        if (_isRunning)
        {
            throw new InvalidOperationException($"The loop is running already, at tick {Now}.");
        }
        _isRunning = true;
        try
        {
            while (_queue.TryTake(end.Ticks, out EventKey key, out IEventHandler? handler, out long argument))
            {
                Now = new(key.Time);
                Phase = key.Phase;
                handler!.Handle(this, argument);
            }
            Now = end;
        }
        finally
        {
            _isRunning = false;
        }
    }

    private ArgumentOutOfRangeException Passed(SimTime at, string parameter) =>
        new(parameter, at, $"Tick {at} has passed: it is tick {Now}.");
}
