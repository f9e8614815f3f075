using Simulator.Core.Engine;
using Simulator.Core.Engine.Processes;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Engine.Processes;

/// <summary>M/M/1: customers come at random to a desk that serves one at a time, each for a random time.</summary>
internal sealed class SingleServerQueue
{
    private readonly EventLoop _sim = new();
    private readonly Resource _desk;
    private readonly Rng _arrivals;
    private readonly Rng _services;
    private double _customerTicks;
    private long _changedAt;
    private int _present;

    public SingleServerQueue(ulong seed)
    {
        RandomStreams streams = new(seed);
        (_arrivals, _services) = (streams.For("arrivals"), streams.For("services"));
        _desk = new(_sim);
    }

    /// <summary>Customers in the shop on average so far.</summary>
    public double MeanPresent => _customerTicks / _sim.Now.Ticks;

    public int Served { get; private set; }

    /// <summary>Lets some more customers come, and serves them all.</summary>
    public void Run(int customers, double meanBetween, double meanService)
    {
        _ = Source(customers, meanBetween, meanService);
        while (_sim.Pending > 0)
        {
            _sim.RunUntil(_sim.Now + 1_000_000);
        }
    }

    private async SimTask Source(int customers, double meanBetween, double meanService)
    {
        for (int i = 0; i < customers; i++)
        {
            await _sim.Delay((long)_arrivals.Exponential(meanBetween));
            _ = Customer((long)_services.Exponential(meanService));
        }
    }

    private async SimTask Customer(long service)
    {
        Count(1);
        await _desk.Acquire();
        await _sim.Delay(service);
        _desk.Release();
        Count(-1);
        Served++;
    }

    private void Count(int change)
    {
        _customerTicks += (double)_present * (_sim.Now.Ticks - _changedAt);
        _present += change;
        _changedAt = _sim.Now.Ticks;
    }
}
