using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Workloads;

namespace Simulator.Benchmarks;

/// <summary>M/M/1; an operation is one of the two events that a customer has.</summary>
public class QueueingBenchmarks
{
    private const int Customers = 100_000;
    private readonly QueueWithEvents _events = new();
    private readonly QueueWithProcesses _processes = new();

    [Benchmark(OperationsPerInvoke = 2 * Customers)]
    public void Events() => _events.Run(Customers);

    [Benchmark(OperationsPerInvoke = 2 * Customers)]
    public void Processes() => _processes.Run(Customers);
}
