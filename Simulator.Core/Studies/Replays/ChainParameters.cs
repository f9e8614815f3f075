using System.Globalization;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Replays;

/// <summary>The parameters of a variant as the chain stores them.</summary>
internal static class ChainParameters
{
    private const double MostSlope = 300;

    // Stake is held in 64 bits with a sign before it is normalised.
    private const double MostRao = 9e18;

    // A stored integer divided by its whole and multiplied again may fall a little short of itself.
    private const double Slack = 1e-6;

    // Less stake than this, in thousands of TAO, counts as none, as under the paper rules.
    private const double LeastStake = 1e-6;

    private static readonly EpochParameters NewSubnet = new();

    /// <summary>The numbers of a new subnet, under the names of the paper rules.</summary>
    public static PaperParameters Defaults { get; } =
        new()
        {
            Kappa = NewSubnet.Kappa.Value,
            BondPenalty = NewSubnet.BondsPenalty.Value,
            BondMovingAverage = NewSubnet.BondsMovingAverage / 1e6,
            AlphaLow = NewSubnet.AlphaLow.Value,
            AlphaHigh = NewSubnet.AlphaHigh.Value,
            AlphaSigmoidSteepness = NewSubnet.AlphaSigmoidSteepness / 100.0,
        };

    /// <summary>What the epoch reads.</summary>
    /// <param name="parameters">The parameters, without mistakes.</param>
    /// <param name="yuma3">Whether bonds are those of Yuma3.</param>
    public static EpochParameters Of(PaperParameters parameters, bool yuma3) =>
        new()
        {
            Kappa = Share(parameters.Kappa),
            BondsPenalty = Share(parameters.BondPenalty),
            BondsMovingAverage = (ulong)Math.Floor(parameters.BondMovingAverage * 1e6 + Slack),
            Yuma3On = yuma3,
            LiquidAlphaOn = parameters.LiquidAlpha,
            AlphaLow = Share(parameters.AlphaLow),
            AlphaHigh = Share(parameters.AlphaHigh),
            AlphaSigmoidSteepness = (short)Math.Floor(parameters.AlphaSigmoidSteepness * 100 + Slack),
            CommitRevealEnabled = false,
        };

    /// <summary>Every number that the chain cannot store.</summary>
    public static IEnumerable<Problem> Problems(PaperParameters parameters, string path) =>
        [
            .. Outside($"{path}.kappa", parameters.Kappa, 0, 1),
            .. Outside($"{path}.bond_penalty", parameters.BondPenalty, 0, 1),
            .. Outside($"{path}.bond_moving_avg", parameters.BondMovingAverage, 0, 1),
            .. Outside($"{path}.alpha_low", parameters.AlphaLow, 0, 1),
            .. Outside($"{path}.alpha_high", parameters.AlphaHigh, 0, 1),
            .. Outside(
                $"{path}.alpha_sigmoid_steepness",
                parameters.AlphaSigmoidSteepness,
                -MostSlope,
                MostSlope
            ),
        ];

    /// <summary>Whether the chain can hold the stake of an epoch.</summary>
    public static bool Holds(ReplayEpoch epoch, PaperParameters parameters) =>
        epoch.Stakes.Sum() * parameters.TotalSubnetStake * Tao.RaoPerTao < MostRao;

    /// <summary>A stake in rao, cut down.</summary>
    public static ulong Rao(double stake, PaperParameters parameters) =>
        (ulong)(stake * parameters.TotalSubnetStake * Tao.RaoPerTao);

    /// <summary>What a share of the dividends comes to for 1000 TAO of stake; 0 without stake.</summary>
    public static double Per1000(double dividend, double stake, PaperParameters parameters)
    {
        double thousands = stake * parameters.TotalSubnetStake / 1000;
        double paid = parameters.ValidatorEmissionRatio * dividend * parameters.TotalEpochEmission;
        return thousands > LeastStake ? paid / thousands : 0;
    }

    private static PerU16 Share(double share) => new((ushort)Math.Floor(share * PerU16.One + Slack));

    private static IEnumerable<Problem> Outside(string path, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            yield return new(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value:R} is not in [{low:R}, {high:R}], and the chain stores no other"
                )
            );
        }
    }
}
