namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>The part in which the paper rules differ: how bonds go on, and what validators earn by them.</summary>
internal interface IPaperBonds
{
    /// <summary>Whether the last epoch had a rate for each bond.</summary>
    bool HasRates { get; }

    /// <summary>Moves the bonds of a state by one epoch and leaves the raw reward of each validator in its dividends.</summary>
    void Advance(PaperState state);
}
