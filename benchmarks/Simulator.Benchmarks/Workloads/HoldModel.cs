using Simulator.Core.Engine;
using Simulator.Core.Engine.Queues;

namespace Simulator.Benchmarks.Workloads;

/// <summary>The hold model: as often as wanted, the earliest event is taken and put in again at a random time after it.</summary>
internal sealed class HoldModel : IEventHandler
{
    private readonly Exponentials _delays = new(mean: 1e6, seed: 1);
    private readonly EventQueue _queue = new();

    public HoldModel(int pending)
    {
        for (int i = 0; i < pending; i++)
        {
            _queue.Push(_delays.Next(), Phase.Other, this, 0);
        }
        // By now the queue has found out how its events lie in time.
        Run(4 * pending);
    }

    public void Run(int events)
    {
        for (int i = 0; i < events; i++)
        {
            IEventHandler? handler = _queue.Take(
                long.MaxValue,
                out long now,
                out Phase phase,
                out long argument
            );
            _queue.Push(now + _delays.Next(), phase, handler!, argument);
        }
    }

    public void Handle(EventLoop loop, long argument) =>
        throw new NotSupportedException("The hold model only moves events.");
}
