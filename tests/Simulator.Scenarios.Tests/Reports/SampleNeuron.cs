using Simulator.Core.Randomness;

namespace Simulator.Scenarios.Tests.Reports;

/// <summary>One holder of a slot in a sample run.</summary>
/// <param name="hotkey">Its key.</param>
/// <param name="group">Its group.</param>
/// <param name="stake">Alpha staked, in rao-alpha.</param>
/// <param name="since">Epoch of its registration.</param>
/// <param name="rng">Its own stream.</param>
internal sealed class SampleNeuron(ulong hotkey, SampleGroup group, ulong stake, int since, Rng rng)
{
    private readonly double _ceiling = group.Ceiling + 0.03 * rng.Normal();

    public ulong Hotkey => hotkey;
    public SampleGroup Group => group;
    public int Since => since;
    public bool IsValidator => group.Strategy == "validator";
    public ulong Stake { get; private set; } = stake;
    public double Score { get; private set; }
    public double Quality { get; private set; } = double.NaN;
    public double Incentive { get; set; }
    public double Dividends { get; set; }
    public ulong Emission { get; private set; }

    /// <summary>Trains for an epoch, and is scored on what it answers.</summary>
    /// <param name="epoch">Number of the epoch.</param>
    /// <param name="best">Score of the best model: what a copycat relays.</param>
    public void Work(int epoch, double best)
    {
        double trained = Math.Min(epoch - since, group.Trains);
        Quality = double.IsNaN(group.Ceiling)
            ? double.NaN
            : Math.Clamp(0.1 + (_ceiling - 0.1) * trained / (trained + group.Pace), 0, 1);
        double answered = group.Strategy switch
        {
            "copycat" => 0.85 * best,
            "random" => 0.1,
            _ => double.IsNaN(Quality) ? 0 : Quality,
        };
        double seen = Math.Clamp(answered + 0.04 * rng.Normal(), 0, 1);
        Score = Score == 0 ? seen : 0.8 * Score + 0.2 * seen;
    }

    /// <summary>Takes its pay.</summary>
    public void Earn(ulong emission)
    {
        Emission = emission;
        Stake += emission;
    }

    /// <summary>How one validator weighs it, about its score to the fourth power.</summary>
    public double WeightBy(Rng validator) =>
        Math.Max(0, Score * Score * Score * Score * (1 + 0.15 * validator.Normal()));
}
