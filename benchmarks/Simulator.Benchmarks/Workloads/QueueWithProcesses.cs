using Simulator.Core.Engine;
using Simulator.Core.Engine.Processes;

namespace Simulator.Benchmarks.Workloads;

/// <summary>M/M/1 at a load of 3/4 with a process for each customer.</summary>
internal sealed class QueueWithProcesses
{
    private const long Span = 1_000_000_000;

    private readonly Exponentials _between = new(mean: 4e6 / 3, seed: 1);
    private readonly Exponentials _services = new(mean: 1e6, seed: 2);
    private readonly EventLoop _loop = new();
    private readonly Resource _server;

    public QueueWithProcesses() => _server = new(_loop);

    public int Served { get; private set; }

    public int Run(int customers)
    {
        _ = Source(customers);
        while (_loop.Pending > 0)
        {
            _loop.RunUntil(_loop.Now + Span);
        }
        return Served;
    }

    private async SimTask Source(int customers)
    {
        for (int i = 0; i < customers; i++)
        {
            _ = Customer();
            await _loop.Delay(_between.Next());
        }
    }

    private async SimTask Customer()
    {
        await _server.Acquire();
        await _loop.Delay(_services.Next());
        _server.Release();
        Served++;
    }
}
