namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>In what the rules with a moving average of bonds differ.</summary>
internal sealed record AverageForm
{
    /// <summary>Guard in the denominator of the new bonds; without it a miner that nobody weighs has no bonds either.</summary>
    public double Epsilon { get; init; } = PaperState.Epsilon;

    /// <summary>Whether the old bonds to a miner are made to add up to 1 before they are averaged.</summary>
    public bool NormalisesBefore { get; init; }

    /// <summary>Whether the averaged bonds to a miner are made to add up to 1.</summary>
    public bool NormalisesAfter { get; init; }
}
