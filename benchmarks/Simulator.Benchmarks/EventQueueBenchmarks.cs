using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Workloads;

namespace Simulator.Benchmarks;

public class EventQueueBenchmarks
{
    private const int Events = 100_000;
    private HoldModel _model = null!;

    [Params(10, 1_000, 100_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Setup() => _model = new(Pending);

    [Benchmark(OperationsPerInvoke = Events)]
    public void Hold() => _model.Run(Events);
}
