namespace Simulator.Scenarios.Reports.Data;

/// <summary>What money a run counted.</summary>
internal static class Ledger
{
    /// <summary>Whether any miner paid for anything but its slot, or somebody for it.</summary>
    public static bool CountsCosts(RunData data) =>
        data.Neurons.Any(rows => rows.Any(n => !n.IsValidator && PaysForWork(n)));

    private static bool PaysForWork(NeuronRow miner) =>
        miner.Money.Compute + miner.Money.Energy + miner.Money.Other > 0 || miner.Provider is < 0 or > 0;
}
