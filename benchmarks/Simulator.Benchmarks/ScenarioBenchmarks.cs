using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Workloads;

namespace Simulator.Benchmarks;

public class ScenarioBenchmarks
{
    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark]
    public int Quickstart() => new WholeScenario("quickstart", Threads).Run();
}
