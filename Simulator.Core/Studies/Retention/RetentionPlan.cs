using System.Collections.Immutable;
using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Retention;

/// <summary>The description of a retention map: how much utility the honest side needs to keep its share of stake.</summary>
/// <remarks>
/// Nodes are split between an honest side and a cabal as the stake is. Honest validators give the honest utility to
/// honest miners and the rest to the cabal's; the cabal gives the cabal's utility to itself and the rest to honest miners.
/// One epoch without bonds says what the honest side earns. Source: spec §8.3, case 39; subtensor docs/consensus.md.
/// </remarks>
public sealed record RetentionPlan
{
    private const int MostNodes = 4096;
    private const int MostDraws = 10_000;
    private const int MostCells = 10_000_000;

    /// <summary>Shares of stake that the honest side has, each in (0, 1).</summary>
    public ImmutableArray<double> HonestStakes { get; init; } =
    [0.51, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99];

    /// <summary>Shares of weight that honest validators give to honest miners: rising, each in [0, 1].</summary>
    public ImmutableArray<double> HonestUtilities { get; init; } = Steps(50);

    /// <summary>Shares of weight that the cabal's validators give to the cabal's miners: rising, each in [0, 1].</summary>
    public ImmutableArray<double> CabalUtilities { get; init; } = Steps(50);

    /// <summary>Slots of the subnet.</summary>
    public int Nodes { get; init; } = 512;

    /// <summary>How many of them validate.</summary>
    public int Validators { get; init; } = 64;

    /// <summary>Standard deviation of stakes around their mean of 1, before each side is scaled.</summary>
    public double StakeDeviation { get; init; } = 0.3;

    /// <summary>Standard deviation σ of weights around their mean of 1, before each side's part of a row is scaled.</summary>
    public double WeightDeviation { get; init; } = 0.4;

    /// <summary>Majority of stake κ.</summary>
    public PerU16 Kappa { get; init; } = new(32_767);

    /// <summary>Bonds penalty β.</summary>
    public PerU16 BondsPenalty { get; init; } = new(PerU16.One);

    /// <summary>Share ξ of the emission that goes to validators, in [0, 1]; one half is the chain's.</summary>
    public double ValidatorShare { get; init; } = 0.5;

    /// <summary>Draws of stakes and weights; all cells of one draw share its random numbers.</summary>
    public int Draws { get; init; } = 30;

    /// <summary>Cells of the map.</summary>
    public long Cells => (long)Draws * HonestStakes.Length * HonestUtilities.Length * CabalUtilities.Length;

    /// <summary>The grid 0, 1/n, … 1.</summary>
    /// <param name="count">Number of steps n, at least 1.</param>
    public static ImmutableArray<double> Steps(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return [.. Enumerable.Range(0, count + 1).Select(step => step / (double)count)];
    }

    /// <summary>Every mistake of the plan.</summary>
    /// <param name="path">Where the plan stands.</param>
    public IEnumerable<Problem> Problems(string path = "retention") =>
        [
            .. OfStakes($"{path}.honest_stakes"),
            .. OfGrid($"{path}.honest_utilities", HonestUtilities),
            .. OfGrid($"{path}.cabal_utilities", CabalUtilities),
            .. Outside($"{path}.nodes", Nodes, 4, MostNodes),
            .. Outside($"{path}.validators", Validators, 2, Math.Max(2, Nodes - 2)),
            .. Outside($"{path}.stake_sigma", StakeDeviation, 0, 1),
            .. Outside($"{path}.sigma", WeightDeviation, 0, 10),
            .. Outside($"{path}.xi", ValidatorShare, 0, 1),
            .. Outside($"{path}.draws", Draws, 1, MostDraws),
            .. OfSize(path),
        ];

    /// <summary>Refuses a plan with mistakes.</summary>
    /// <exception cref="PlanException">There are mistakes; all of them are listed.</exception>
    internal void Check()
    {
        Problem[] problems = [.. Problems()];
        if (problems.Length > 0)
        {
            throw new PlanException(problems);
        }
    }

    private IEnumerable<Problem> OfSize(string path)
    {
        bool hasGrid = !HonestStakes.IsDefault && !HonestUtilities.IsDefault && !CabalUtilities.IsDefault;
        if (hasGrid && Draws <= MostDraws && Cells > MostCells)
        {
            yield return new(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"asks for {Cells} epochs, and may ask for {MostCells}"
                )
            );
        }
    }

    private IEnumerable<Problem> OfStakes(string path)
    {
        if (HonestStakes.IsDefaultOrEmpty)
        {
            yield return new(path, "is empty; give at least one share of stake");
            yield break;
        }
        for (int i = 0; i < HonestStakes.Length; i++)
        {
            if (!(HonestStakes[i] > 0 && HonestStakes[i] < 1))
            {
                yield return new($"{path}[{i}]", $"{Text(HonestStakes[i])} is not in (0, 1)");
            }
        }
    }

    private static IEnumerable<Problem> OfGrid(string path, ImmutableArray<double> grid)
    {
        if (grid.IsDefault || grid.Length < 2)
        {
            yield return new(path, "needs at least two points");
            yield break;
        }
        for (int i = 0; i < grid.Length; i++)
        {
            if (!(grid[i] >= 0 && grid[i] <= 1))
            {
                yield return new($"{path}[{i}]", $"{Text(grid[i])} is not in [0, 1]");
            }
            else if (i > 0 && !(grid[i] > grid[i - 1]))
            {
                yield return new($"{path}[{i}]", $"{Text(grid[i])} is not above the point before it");
            }
        }
    }

    private static IEnumerable<Problem> Outside(string path, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            yield return new(path, $"{Text(value)} is not in [{Text(low)}, {Text(high)}]");
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
