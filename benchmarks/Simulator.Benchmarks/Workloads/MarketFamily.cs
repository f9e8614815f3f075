using Simulator.Core.Randomness;

namespace Simulator.Benchmarks.Workloads;

/// <summary>A family of tasks as a market of many miners.</summary>
/// <param name="Name">Name of the family.</param>
/// <param name="Goal">Seconds of processor time that the market may take.</param>
/// <param name="Questions">Questions that all miners of a task are asked in a round.</param>
/// <param name="NewMiner">Makes a miner from its number and its stream.</param>
/// <param name="Typical">The kinds of models, to draw curves of.</param>
internal sealed record MarketFamily(
    string Name,
    double Goal,
    int Questions,
    Func<int, Rng, MarketMiner> NewMiner,
    IReadOnlyList<TypicalModel> Typical
)
{
    /// <summary>Miners of every market.</summary>
    public const int Miners = 256;

    /// <summary>All families.</summary>
    public static IReadOnlyList<MarketFamily> All { get; } =
    [ImageMarket.Family, TextMarket.Family, TranslationMarket.Family, TableMarket.Family];

    /// <summary>The families that are named among some words; all of them where none is.</summary>
    public static IReadOnlyList<MarketFamily> Named(IReadOnlyCollection<string> words)
    {
        MarketFamily[] named = [.. All.Where(family => words.Contains(family.Name))];
        return named.Length > 0 ? named : All;
    }
}
