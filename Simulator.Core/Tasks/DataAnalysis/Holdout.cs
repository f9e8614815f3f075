using System.Runtime.InteropServices;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>Chooses what is held out of a table whose rows have no order in time.</summary>
internal static class Holdout
{
    // Fixed once for all: every published number depends on which rows are held out.
    private const ulong Key = 20_151_231;

    /// <summary>A table of which about a third is held out, in random order.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="kind">What is asked about it.</param>
    /// <param name="groups">Rows that stay together, on one side or the other.</param>
    public static TableSet Split(string name, TableKind kind, List<List<TableRow>> groups)
    {
        new Rng(Key).Shuffle(CollectionsMarshal.AsSpan(groups));
        TableRow[] rows = [.. groups.SelectMany(group => group)];
        int training = 0;
        foreach (List<TableRow> group in groups.TakeWhile(_ => 3 * training < 2 * rows.Length))
        {
            training += group.Count;
        }
        return new(name, kind, rows, training);
    }
}
