using System.Diagnostics;
using Simulator.Core.Studies.Retention;

namespace Simulator.Benchmarks.Quick;

/// <summary>The full retention map of the chain's consensus document: 11 stakes, 51 × 51 utilities, 512 nodes, one draw.</summary>
internal static class MapTable
{
    private const int Threads = 2;

    public static void Print()
    {
        RetentionPlan plan = new() { Draws = 1 };
        // The first cells are compiled while they run: a corner of the map warms up.
        RetentionMap.Of(plan with { HonestStakes = [0.6], CabalUtilities = [0, 1] }, seed: 1, Threads);
        using Process here = Process.GetCurrentProcess();
        double start = here.TotalProcessorTime.TotalSeconds;
        Stopwatch wall = Stopwatch.StartNew();
        RetentionMap map = RetentionMap.Of(plan, seed: 1, Threads);
        double passed = wall.Elapsed.TotalSeconds;
        here.Refresh();
        double used = here.TotalProcessorTime.TotalSeconds - start;
        Console.WriteLine(
            "| full retention map | chain's test (quoted) | wall | processor | an epoch | goal |"
        );
        Console.WriteLine("|---|---|---|---|---|---|");
        Console.WriteLine(
            $"| {plan.Cells:N0} epochs of {plan.Nodes} nodes, {Threads} threads | {Quoted.Map} | {passed:F1} s | {used:F1} s "
                + $"| {used / plan.Cells * 1e3:F3} ms | ≤ 15 s wall |"
        );
        Console.WriteLine();
        Console.WriteLine($"digest {map.Digest()}");
    }
}
