using Simulator.Core.Engine;

namespace Simulator.Benchmarks.Workloads;

/// <summary>M/M/1 at a load of 3/4 with plain events: one for each arrival and one for each departure.</summary>
internal sealed class QueueWithEvents : IEventHandler
{
    private const long Arrival = 0;
    private const long Departure = 1;
    private const long Span = 1_000_000_000;

    private readonly Exponentials _between = new(mean: 4e6 / 3, seed: 1);
    private readonly Exponentials _services = new(mean: 1e6, seed: 2);
    private readonly EventLoop _loop = new();
    private int _toArrive;
    private int _waiting;
    private bool _isBusy;

    public int Served { get; private set; }

    public int Run(int customers)
    {
        _toArrive = customers;
        _loop.Schedule(_loop.Now, Phase.Other, this, Arrival);
        while (_loop.Pending > 0)
        {
            _loop.RunUntil(_loop.Now + Span);
        }
        return Served;
    }

    public void Handle(EventLoop loop, long argument)
    {
        if (argument == Arrival)
        {
            if (--_toArrive > 0)
            {
                loop.Schedule(loop.Now + _between.Next(), Phase.Other, this, Arrival);
            }
            if (_isBusy)
            {
                _waiting++;
                return;
            }
            _isBusy = true;
        }
        else
        {
            Served++;
            if (_waiting == 0)
            {
                _isBusy = false;
                return;
            }
            _waiting--;
        }
        loop.Schedule(loop.Now + _services.Next(), Phase.Other, this, Departure);
    }
}
