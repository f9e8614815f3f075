using System.Globalization;
using Simulator.Benchmarks.Workloads;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Benchmarks.Quick;

/// <summary>Skill against compute, data and noise, for a middling model of each kind.</summary>
internal static class CurveTable
{
    private const int Seeds = 3;
    private const int Questions = 400;
    private const int Rounds = 100;
    private const double Share = 0.3;

    private static readonly int[] Computes = [1, 3, 10, 30, 100, 300];
    private static readonly double[] Shares = [0.003, 0.01, 0.03, 0.1, 0.3, 1];
    private static readonly double[] Noises = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

    public static void Print(IReadOnlyList<MarketFamily> families)
    {
        Console.WriteLine($"Mean skill of {Seeds} models over {Questions} held-out questions.");
        foreach (MarketFamily family in families)
        {
            Print(family, "rounds of training", Computes, x => (x, Share, 0));
            Print(family, $"share of the data, {Rounds} rounds", Shares, x => (Rounds, x, 0));
            Print(family, $"noise, {Rounds} rounds", Noises, x => (Rounds, Share, x));
        }
    }

    private static void Print<T>(
        MarketFamily family,
        string cause,
        T[] values,
        Func<T, (int Rounds, double Share, double Noise)> setting
    )
    {
        Console.WriteLine();
        Console.WriteLine($"| {family.Name}: {cause} | {string.Join(" | ", values)} |");
        Console.WriteLine($"|---|{string.Concat(values.Select(_ => "---|"))}");
        foreach (TypicalModel model in family.Typical)
        {
            string skills = string.Join(" | ", values.Select(value => Skill(model, setting(value))));
            Console.WriteLine($"| {model.Kind} | {skills} |");
        }
    }

    private static string Skill(TypicalModel typical, (int Rounds, double Share, double Noise) setting)
    {
        double sum = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            IModel model = typical.Make(setting.Share, setting.Noise, new Rng((ulong)seed + 1));
            for (int round = 0; round < setting.Rounds; round++)
            {
                model.Train(typical.Budget);
            }
            sum += Market.Skill(typical.Task, model, Questions);
        }
        return (sum / Seeds).ToString("F3", CultureInfo.InvariantCulture);
    }
}
