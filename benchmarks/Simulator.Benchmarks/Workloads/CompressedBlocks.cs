using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution.Compressed;

namespace Simulator.Benchmarks.Workloads;

/// <summary>The column programs on compressed columns, and the filling of these from rows that are read once.</summary>
internal sealed class CompressedBlocks
{
    private readonly ICompressedColumns _columns = CompressedExecutions.Best();
    private readonly CompressedEpoch _epoch = new();

    public CompressedBlocks(EpochInput input)
    {
        if (!new CompressedPreparation(_columns).TryFill(input, new(input), _epoch))
        {
            throw new InvalidOperationException("The programs do not cover this input.");
        }
    }

    public string Execution => _columns.Name;

    public void Run()
    {
        _epoch.Blocks.Fill(_epoch.Entries, _epoch.Rows, _epoch.Columns);
        _columns.Run(_epoch);
    }
}
