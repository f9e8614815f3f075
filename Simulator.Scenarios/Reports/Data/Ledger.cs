namespace Simulator.Scenarios.Reports.Data;

/// <summary>What money a run counted.</summary>
internal static class Ledger
{
    /// <summary>Whether any miner paid for anything but its slot.</summary>
    public static bool CountsCosts(RunData data) =>
        data.Neurons.Any(rows => rows.Any(n => !n.IsValidator && n.Money.Costs - n.Money.Entry > 0));
}
