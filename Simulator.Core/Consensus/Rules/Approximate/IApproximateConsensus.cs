namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Finds what miners earn.</summary>
internal interface IApproximateConsensus
{
    /// <summary>Fills consensus, clipped weights, weights for bonds and incentive, from weights and stakes that are shares.</summary>
    void Settle(ApproximateState state);
}
