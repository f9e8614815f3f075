using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Workloads;

namespace Simulator.Benchmarks;

public class YearBenchmarks
{
    private const int Tempos = 73;
    private readonly YearOfBlocks _chain = new();

    [Benchmark]
    public void HundredthOfAYear() => _chain.Run(Tempos * 360);
}
