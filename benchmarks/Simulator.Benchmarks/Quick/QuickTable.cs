using System.Diagnostics;
using System.Runtime.InteropServices;
using Simulator.Benchmarks.Workloads;

namespace Simulator.Benchmarks.Quick;

/// <summary>Everything that the benchmarks measure, in a minute instead of an hour: one Markdown table.</summary>
internal static class QuickTable
{
    private const int Events = 2_000_000;

    public static void Print(bool withYear)
    {
        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, "
                + $"{Environment.ProcessorCount} processors; processor time of one thread, best of three."
        );
        Console.WriteLine();
        Console.WriteLine("| benchmark | time | rate | allocated | goal |");
        Console.WriteLine("|---|---|---|---|---|");
        PrintEvents();
        if (withYear)
        {
            PrintYear();
        }
        PrintQuickstart();
        Console.WriteLine();
        ConsensusTable.Print();
    }

    /// <summary>Last of all: the code of the event loop is compiled for the handlers that it has met.</summary>
    private static void PrintQuickstart()
    {
        using Process here = Process.GetCurrentProcess();
        double start = here.TotalProcessorTime.TotalSeconds;
        Stopwatch wall = Stopwatch.StartNew();
        int epochs = new WholeScenario("quickstart", threads: 2).Run();
        here.Refresh();
        double seconds = here.TotalProcessorTime.TotalSeconds - start;
        Console.WriteLine(
            $"| quickstart end to end, {epochs} epochs, 2 threads | {wall.Elapsed.TotalSeconds:F1} s, "
                + $"{seconds:F1} s of processor time | | peak {here.PeakWorkingSet64 >> 20} MiB | ≤ 60 s, ≤ 1 GB |"
        );
    }

    private static void PrintEvents()
    {
        (int Pending, string Goal)[] holds = [(10, "≥ 30 M/s"), (1_000, "≥ 25 M/s"), (100_000, "≥ 10 M/s")];
        foreach ((int pending, string goal) in holds)
        {
            PrintEvent(
                $"event queue, {pending:N0} pending",
                Measure.Of(new HoldModel(pending).Run, Events),
                goal
            );
        }
        // A customer has two events: it comes, and it goes.
        QueueWithEvents events = new();
        PrintEvent("M/M/1, events", Measure.Of(n => events.Run(n / 2), Events), "≥ 60 M/s");
        QueueWithProcesses processes = new();
        PrintEvent("M/M/1, processes", Measure.Of(n => processes.Run(n / 2), Events), "≥ 18 M/s, 0 B");
    }

    private static void PrintEvent(string name, Measure one, string goal) =>
        Console.WriteLine(
            $"| {name} | {one.Seconds * 1e9:F1} ns | {1e-6 / one.Seconds:F1} M/s | {one.Bytes:F2} B | {goal} |"
        );

    private static void PrintYear()
    {
        YearOfBlocks chain = new();
        double start = ThreadClock.Seconds;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        chain.Run(YearOfBlocks.Blocks);
        double seconds = ThreadClock.Seconds - start;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Console.WriteLine(
            $"| a year of 256 neurons, {chain.Epochs:N0} epochs, {chain.Reveals:N0} reveals | {seconds:F1} s "
                + $"| {YearOfBlocks.Blocks / seconds / 1e3:F0} k blocks/s | {bytes >> 20:N0} MiB | ≤ 5 s |"
        );
    }
}
