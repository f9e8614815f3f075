using Simulator.Core.Units;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The bonds of a computed epoch as the chain stores them: by row, with those that were rounded to 0.</summary>
/// <param name="epoch">What was computed.</param>
internal readonly unsafe struct BondEntries(DenseEpoch epoch)
{
    private readonly BondPresence _presence = new(ExactColumns.RuleOf(epoch), epoch.Parameters);

    /// <summary>Writes the entries of a row, in the order of columns.</summary>
    /// <returns>Their number.</returns>
    public int Copy(int row, Span<WeightEntry> entries)
    {
        long first = (long)row * epoch.Stride;
        ReadOnlySpan<ushort> bonds = new(epoch.NewBonds + first, entries.Length);
        int count = 0;
        for (int j = 0; j < bonds.Length; j++)
        {
            long cell = first + j;
            if (
                bonds[j] > 0
                || epoch.Shares[cell] > 0
                || _presence.WasPositive(epoch.Codes[cell], epoch.Bonds[cell], epoch.Consensus[j])
            )
            {
                entries[count++] = new((ushort)j, bonds[j]);
            }
        }
        return count;
    }
}
