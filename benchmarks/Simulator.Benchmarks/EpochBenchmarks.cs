using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus;

namespace Simulator.Benchmarks;

public class EpochBenchmarks
{
    private DenseEpoch _epoch = null!;

    [Params("64x256", "64x1024", "256x4096")]
    public string Size { get; set; } = "";

    [Params(false, true)]
    public bool Yuma3 { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        int cross = Size.IndexOf('x', StringComparison.Ordinal);
        _epoch = new(int.Parse(Size[..cross]), int.Parse(Size[(cross + 1)..]), Yuma3);
    }

    [Benchmark]
    public EpochOutput Scalar() => _epoch.Run();
}
