using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks;

public class EpochBenchmarks
{
    private DenseRows _scalar = null!;
    private DenseRows _lanes = null!;

    [Params("64x256", "64x1024", "256x4096")]
    public string Size { get; set; } = "";

    [Params(0, 1, 2)]
    public int Rule { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        int cross = Size.IndexOf('x', StringComparison.Ordinal);
        int validators = int.Parse(Size[..cross]),
            neurons = int.Parse(Size[(cross + 1)..]);
        _scalar = new(new ScalarEpoch(), validators, neurons, (BondRule)Rule);
        _lanes = new(new LaneEpoch(), validators, neurons, (BondRule)Rule);
    }

    [Benchmark(Baseline = true)]
    public EpochOutput Scalar() => _scalar.Run();

    [Benchmark]
    public EpochOutput Lanes() => _lanes.Run();
}
