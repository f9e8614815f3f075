using System.Runtime.CompilerServices;
using Simulator.Core.Engine.Processes;
using Simulator.Core.Engine.Queues;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Delivers scheduled events one after the other, by time, then phase, then the order in which they were scheduled.</summary>
/// <remarks>One loop belongs to one thread at a time. Nothing is allocated for an event once there were as many before.</remarks>
public sealed class EventLoop
{
    private const int EventsAtATime = 1_000;

    private readonly EventQueue _queue = new();
    private bool _isRunning;

    /// <summary>A loop at tick 0 without events.</summary>
    public EventLoop() => Processes = new(this);

    /// <summary>The time of the event being handled, or where the loop last stopped.</summary>
    public SimTime Now { get; private set; }

    /// <summary>The phase of the event being handled.</summary>
    public Phase Phase { get; private set; }

    /// <summary>Number of events that wait.</summary>
    public int Pending => _queue.Count;

    internal ProcessPool Processes { get; }

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

    /// <summary>A wait for a process: <c>await loop.Delay(ticks)</c>.</summary>
    /// <param name="ticks">How long; not negative.</param>
    /// <param name="phase">Place of the process's return among events of its tick.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ticks"/> is negative.</exception>
    public Delay Delay(long ticks, Phase phase = Phase.Other) =>
        ticks >= 0 ? new(this, ticks, phase) : throw Passed(Now + ticks, nameof(ticks));

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
            while (DeliverSome(end.Ticks)) { }
            Now = end;
        }
        finally
        {
            _isRunning = false;
        }
    }

    /// <summary>Delivers the next events before a time.</summary>
    /// <returns>False when there are none left.</returns>
    /// <remarks>
    /// Only some at a time, and not inlined: so that it is called often and compiled anew once it is known what is hot there,
    /// even if the loop around it is never left.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool DeliverSome(long end)
    {
        for (int i = 0; i < EventsAtATime; i++)
        {
            if (_queue.Take(end, out long time, out Phase phase, out long argument) is not { } handler)
            {
                return false;
            }
            Now = new(time);
            Phase = phase;
            handler.Handle(this, argument);
        }
        return true;
    }

    private ArgumentOutOfRangeException Passed(SimTime at, string parameter) =>
        new(parameter, at, $"Tick {at} has passed: it is tick {Now}.");
}
