using System.Diagnostics;
using System.Globalization;
using Simulator.Benchmarks.Workloads;

namespace Simulator.Benchmarks.Quick;

/// <summary>What the market of a family costs beside its goal, and what a miner's round costs with each kind of model.</summary>
internal static class MarketTable
{
    private const int AllRounds = 300;
    private const int Measured = 30;

    // Until then some of the code is still compiled while it runs.
    private const int WarmUps = 5;
    private const int Questions = 400;
    private const long MostMemory = 400;

    /// <summary>Prints the families in turn.</summary>
    /// <param name="families">The families.</param>
    /// <param name="full">Whether to run all rounds, in place of the first 35.</param>
    public static void Print(IReadOnlyList<MarketFamily> families, bool full)
    {
        List<string> costs = [];
        Console.WriteLine(
            $"{MarketFamily.Miners} miners that train, answer one pool of questions and are scored; processor time of the process, "
                + (
                    full
                        ? $"{AllRounds} rounds run."
                        : $"{AllRounds} rounds extrapolated from {Measured} after {WarmUps}."
                )
        );
        Console.WriteLine();
        Console.WriteLine(
            "| market | rounds run | their time | 300 rounds | goal | ratio | heap | peak of the process | goal |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (MarketFamily family in families)
        {
            costs.AddRange(Run(family, full ? AllRounds - WarmUps : Measured));
        }
        Console.WriteLine();
        Console.WriteLine(
            "| market | model | miners | train | answer and score | a miner-round | median skill |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|");
        costs.ForEach(Console.WriteLine);
    }

    private static List<string> Run(MarketFamily family, int measured)
    {
        double start = ProcessSeconds();
        Market market = new(family);
        Rounds(market, WarmUps);
        double before = ProcessSeconds() - start;
        market.ForgetCosts();
        Rounds(market, measured);
        double run = ProcessSeconds() - start;
        double rest = market.Seconds / measured * (AllRounds - WarmUps - measured);
        PrintTotal(
            family,
            WarmUps + measured,
            run,
            measured + WarmUps == AllRounds ? run : before + market.Seconds + rest
        );
        return [.. market.Costs.Select(cost => Row(family, market, measured, cost))];
    }

    private static void Rounds(Market market, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            market.Round();
        }
    }

    private static void PrintTotal(MarketFamily family, int rounds, double run, double all)
    {
        using Process here = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {family.Name} | {rounds} | {run:F1} s | {all:F1} s | ≤ {family.Goal} s | {all / family.Goal:F2} "
                    + $"| {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB "
                    + $"| {here.PeakWorkingSet64 >> 20} MiB | ≤ {MostMemory} MB |"
            )
        );
    }

    private static string Row(MarketFamily family, Market market, int rounds, KindCost cost)
    {
        double train = cost.Training / cost.MinerRounds;
        double answer = cost.Answering / cost.MinerRounds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {family.Name} | {cost.Kind} | {cost.MinerRounds / rounds} | {train * 1e6:F0} µs | {answer * 1e6:F0} µs "
                + $"| {(train + answer) * 1e6:F0} µs | {market.MedianSkill(cost.Kind, Questions):F3} |"
        );
    }

    private static double ProcessSeconds()
    {
        using Process here = Process.GetCurrentProcess();
        return here.TotalProcessorTime.TotalSeconds;
    }
}
