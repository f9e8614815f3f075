using Simulator.Core.Engine;

namespace Simulator.Core.Tests.Engine.Queues;

/// <summary>The total order of events, written down as plainly as possible.</summary>
internal sealed class ReferenceQueue
{
    private readonly PriorityQueue<long, (long, Phase, long)> _queue = new();
    private long _sequence;

    public int Count => _queue.Count;

    public void Push(long time, Phase phase, long argument) =>
        _queue.Enqueue(argument, (time, phase, _sequence++));

    public (long Time, Phase Phase, long Argument)? Take(long end)
    {
        if (!_queue.TryPeek(out long argument, out (long Time, Phase Phase, long) key) || key.Time >= end)
        {
            return null;
        }
        _queue.Dequeue();
        return (key.Time, key.Phase, argument);
    }
}
