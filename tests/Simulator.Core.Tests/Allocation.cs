namespace Simulator.Core.Tests;

/// <summary>What work allocates in steady state.</summary>
internal static class Allocation
{
    /// <summary>The least of a few runs, in bytes: the first ones also make what the runtime keeps, and a collection begun by
    /// another thread may charge this one for the rest of its allocation block.</summary>
    /// <param name="work">The same work each time it is called.</param>
    public static long Least(Action work)
    {
        long least = long.MaxValue;
        for (int run = 0; run < 8 && least > 0; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
