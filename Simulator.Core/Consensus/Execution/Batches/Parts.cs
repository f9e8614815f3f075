namespace Simulator.Core.Consensus.Execution.Batches;

/// <summary>Cuts a list into one part for each thread; which part a thread does shows in no result.</summary>
internal static class Parts
{
    /// <summary>Does every part.</summary>
    /// <param name="threads">Most threads to use, at least 1; with one of them nothing is allocated.</param>
    /// <param name="count">Length of the list.</param>
    /// <param name="work">Does the part of a number, from its first place to before its last; throws nothing.</param>
    public static void Do(int threads, int count, Action<int, int, int> work)
    {
        int parts = Math.Min(threads, count);
        if (parts > 1)
        {
            Parallelly(parts, count, work);
        }
        else
        {
            work(0, 0, count);
        }
    }

    // A method of its own: what a lambda holds is allocated where its method begins.
    private static void Parallelly(int parts, int count, Action<int, int, int> work) =>
        Parallel.For(
            0,
            parts,
            new() { MaxDegreeOfParallelism = parts },
            part => work(part, (int)((long)count * part / parts), (int)((long)count * (part + 1) / parts))
        );
}
