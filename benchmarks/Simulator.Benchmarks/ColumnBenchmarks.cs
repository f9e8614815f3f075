using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Workloads;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks;

/// <summary>The columns of an epoch beside a copy of the bytes that they must move, against validators and miners.</summary>
public class ColumnBenchmarks
{
    private PreparedColumns _columns = null!;
    private CopyLoop _copy = null!;

    [Params(16, 64, 256)]
    public int Validators { get; set; }

    [Params(256, 1_024, 4_096)]
    public int Neurons { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _columns = new(new DenseRows(new LaneEpoch(), Validators, Neurons, BondRule.Yuma2).Input);
        _copy = new((long)Validators * Neurons * EpochBytes.Columns);
    }

    [Benchmark]
    public void Columns() => _columns.Run();

    [Benchmark(Baseline = true)]
    public void Copy() => _copy.Run();
}
