namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Says how fast the bonds to each miner move.</summary>
internal interface IApproximateRates
{
    /// <summary>Gives each miner the share of the new bond in its bonds.</summary>
    /// <param name="consensus">Consensus of each miner.</param>
    /// <param name="rates">Takes the rates.</param>
    void Set(ReadOnlySpan<double> consensus, Span<double> rates);
}
