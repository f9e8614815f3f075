namespace Simulator.Core.Consensus.Execution;

/// <summary>Which bond rule the columns of an epoch follow.</summary>
internal enum BondRule
{
    /// <summary>Shares of stake, spec §2.5.</summary>
    Yuma2,

    /// <summary>Moving averages of weights, spec §2.6.</summary>
    Yuma3,

    /// <summary>The same with a rate for every bond, spec §2.7.</summary>
    Yuma3Liquid,
}
