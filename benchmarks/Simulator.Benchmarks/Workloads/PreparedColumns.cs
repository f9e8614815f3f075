using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks.Workloads;

/// <summary>The column programs and row sums of an epoch alone, on buffers that are filled once.</summary>
internal sealed class PreparedColumns
{
    private readonly IColumnExecution _columns = ColumnExecutions.Best();
    private readonly DenseEpoch _dense = new();

    public PreparedColumns(EpochInput input)
    {
        if (!new DensePreparation(_columns).TryFill(input, new(input), _dense))
        {
            throw new InvalidOperationException("The programs do not cover this input.");
        }
    }

    /// <summary>Subnets with buffers of their own.</summary>
    public static PreparedColumns[] Batch(int subnets, int validators, int neurons)
    {
        EpochInput input = new DenseRows(new LaneEpoch(), validators, neurons, BondRule.Yuma2).Input;
        return [.. Enumerable.Range(0, subnets).Select(_ => new PreparedColumns(input))];
    }

    /// <summary>Computes them where the last consensus is at hand, which here has not moved.</summary>
    public void Run() => _columns.Run(_dense);

    /// <summary>Computes them with no consensus to begin at.</summary>
    public void RunCold()
    {
        _dense.HasConsensus = false;
        Run();
    }
}
