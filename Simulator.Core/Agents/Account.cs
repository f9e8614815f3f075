namespace Simulator.Core.Agents;

/// <summary>What a participant took in and spent since it came, in US dollars.</summary>
/// <param name="Income">Worth of all alpha paid to it, at the scenario's prices.</param>
/// <param name="Compute">Hours of its hardware.</param>
/// <param name="Energy">Energy of its hardware.</param>
/// <param name="Entry">TAO burned for its slots.</param>
/// <param name="Other">Everything else, such as bought data, or the share of the income that goes to a provider of compute.</param>
public readonly record struct Account(
    double Income,
    double Compute,
    double Energy,
    double Entry,
    double Other
)
{
    /// <summary>Everything spent.</summary>
    public double Costs => Compute + Energy + Entry + Other;

    /// <summary>What is left of the income beside what was paid for slots, which is lost whatever one does now.</summary>
    public double Running => Profit + Entry;

    /// <summary>What is left of the income; negative for a loss.</summary>
    public double Profit => Income - Costs;
}
