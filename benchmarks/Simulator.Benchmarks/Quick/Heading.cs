using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks.Quick;

/// <summary>What the machine is and how time is taken: without it no number of a table means anything.</summary>
internal static class Heading
{
    public static void Print()
    {
        foreach ((string name, string fact) in Machine.Facts())
        {
            Console.WriteLine($"{name}: {fact}  ");
        }
        Console.WriteLine(
            $"Columns in vectors of {ColumnExecutions.Best().Name}. Processor time of one thread, 25th percentile of 30 runs or "
                + "more by turns, each after an untimed one of its kind, unless a table says otherwise. Quoted numbers are those of others on other machines."
        );
        Console.WriteLine();
    }
}
