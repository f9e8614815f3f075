using Simulator.Core.Engine;
using Simulator.Core.Engine.Queues;

namespace Simulator.Core.Tests.Engine.Queues;

/// <summary>The queue and its reference, given the same events and held equal at every step.</summary>
internal sealed class QueuePair : IEventHandler
{
    private readonly EventQueue _queue = new();
    private readonly ReferenceQueue _reference = new();
    private long _pushed;

    public int Count => _reference.Count;

    /// <summary>Time of the last event taken.</summary>
    public long Now { get; private set; }

    public void Push(long time, Phase phase = Phase.Other)
    {
        _queue.Push(time, phase, this, _pushed);
        _reference.Push(time, phase, _pushed++);
    }

    /// <summary>Takes the earliest event before a time, if there is one.</summary>
    public bool Take(long end = long.MaxValue)
    {
        IEventHandler? handler = _queue.Take(end, out long time, out Phase phase, out long argument);
        bool taken = handler is not null;
        (long, Phase, long)? found = taken ? (time, phase, argument) : null,
            expected = _reference.Take(end);
        // Asserting two million equalities one by one would take longer than everything else here.
        if (found != expected || _queue.Count != Count)
        {
            Assert.Fail($"Expected {expected} and {Count} left, found {found} and {_queue.Count} left.");
        }
        Now = taken ? time : Now;
        return taken;
    }

    public void TakeAll()
    {
        while (Take()) { }
    }

    public void Handle(EventLoop loop, long argument) { }
}
