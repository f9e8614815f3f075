namespace Simulator.Core.Consensus.Execution;

/// <summary>Runs the column programs and the row sums of one epoch.</summary>
internal interface IColumnExecution
{
    /// <summary>What it runs on, in a word.</summary>
    string Name { get; }

    /// <summary>Turns stored weights (1 + weight, 0 for no entry) into weight codes, each row summing to 1.</summary>
    void NormalizeRows(DenseEpoch epoch);

    /// <summary>Fills consensus, ranks, incentive, shares, new bonds, trust and dividends from the rest.</summary>
    void Run(DenseEpoch epoch);
}
