namespace Simulator.Core.Consensus.Execution;

/// <summary>Runs the column programs and the row sums of one epoch.</summary>
internal interface IColumnExecution
{
    /// <summary>What it runs on, in a word.</summary>
    string Name { get; }

    /// <summary>Fills consensus, ranks, incentive, shares, new bonds, trust and dividends from the rest.</summary>
    void Run(DenseEpoch epoch);
}
