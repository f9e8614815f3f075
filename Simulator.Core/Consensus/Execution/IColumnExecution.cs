namespace Simulator.Core.Consensus.Execution;

/// <summary>Runs the column programs and the row sums of epochs.</summary>
internal interface IColumnExecution
{
    /// <summary>What it runs on, in a word.</summary>
    string Name { get; }

    /// <summary>Turns stored weights (1 + weight, 0 for no entry) into weight codes, each row summing to 1.</summary>
    void NormalizeRows(DenseEpoch epoch);

    /// <summary>Fills consensus, ranks, incentive, shares, new bonds, trust and dividends from the rest.</summary>
    void Run(DenseEpoch epoch);

    /// <summary>The same for many epochs: one after the other, where nothing is won by doing them together.</summary>
    void Run(IReadOnlyList<DenseEpoch> epochs)
    {
        for (int k = 0; k < epochs.Count; k++)
        {
            Run(epochs[k]);
        }
    }
}
