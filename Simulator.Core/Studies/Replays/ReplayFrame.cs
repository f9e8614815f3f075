namespace Simulator.Core.Studies.Replays;

/// <summary>What one epoch gave, in shares, whatever the arithmetic of its rule.</summary>
/// <param name="validators">Number of validators V.</param>
/// <param name="miners">Number of miners M.</param>
internal sealed class ReplayFrame(int validators, int miners)
{
    /// <summary>Whether no miner has a consensus weight.</summary>
    public bool IsDegenerate { get; set; }

    /// <summary>Consensus weight of each miner.</summary>
    public double[] Consensus { get; } = new double[miners];

    /// <summary>Share of each miner in the miners' reward.</summary>
    public double[] Incentive { get; } = new double[miners];

    /// <summary>Part of each validator's weight that is left after clipping.</summary>
    public double[] ValidatorTrust { get; } = new double[validators];

    /// <summary>Share of each validator in the validators' reward.</summary>
    public double[] Dividends { get; } = new double[validators];

    /// <summary>What each validator earns for 1000 TAO of stake.</summary>
    public double[] DividendsPer1000 { get; } = new double[validators];

    /// <summary>Bonds after the epoch, row by row.</summary>
    public double[] Bonds { get; } = new double[validators * miners];
}
