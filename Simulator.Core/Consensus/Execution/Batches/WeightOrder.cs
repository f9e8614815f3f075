using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>The jobs of a batch, those that seem to have the same weights beside each other.</summary>
/// <remarks>Order shows in no result. Whether weights are the same is then asked of neighbours, entry by entry.</remarks>
internal sealed class WeightOrder
{
    private ulong[] _marks = [];
    private EpochJob[] _jobs = [];

    /// <summary>The job at a place.</summary>
    public EpochJob this[int place] => _jobs[place];

    /// <summary>Orders another batch.</summary>
    public void Take(IReadOnlyList<EpochJob> jobs)
    {
        int count = jobs.Count;
        if (_jobs.Length < count)
        {
            (_marks, _jobs) = (new ulong[count], new EpochJob[count]);
        }
        for (int k = 0; k < count; k++)
        {
            (_marks[k], _jobs[k]) = (Mark(jobs[k].Input), jobs[k]);
        }
        Array.Sort(_marks, _jobs, 0, count);
    }

    /// <summary>A number of the lengths, ends and middles of all rows.</summary>
    private static ulong Mark(EpochInput input)
    {
        ulong mark = 0;
        for (int i = 0; i < input.Neurons; i++)
        {
            ReadOnlySpan<WeightEntry> row = input.Weights[i];
            mark = Mixed(mark, (uint)row.Length);
            if (row.Length > 0)
            {
                mark = Mixed(mark, row[0]);
                mark = Mixed(mark, row[row.Length / 2]);
                mark = Mixed(mark, row[^1]);
            }
        }
        return mark;
    }

    private static ulong Mixed(ulong mark, WeightEntry entry) =>
        Mixed(mark, ((uint)entry.Uid << 16) | entry.Value);

    // Wrapping around is what a hash does.
    private static ulong Mixed(ulong mark, uint value) => unchecked((mark ^ value) * 0x0000_0100_0000_01B3);
}
