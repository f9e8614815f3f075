using Simulator.Core.Agents;

namespace Simulator.Scenarios.Reports.Data;

/// <summary>Who held a slot at one epoch, and what came of it.</summary>
/// <param name="Uid">Slot.</param>
/// <param name="Hotkey">Its holder.</param>
/// <param name="Group">Its holder's group.</param>
/// <param name="Strategy">Its holder's strategy.</param>
/// <param name="Stake">Alpha staked, in rao-alpha.</param>
/// <param name="Incentive">Share of the subnet's incentive, in [0, 1].</param>
/// <param name="Dividends">Share of the subnet's dividends, in [0, 1].</param>
/// <param name="Trust">Validator trust, in [0, 1].</param>
/// <param name="Emission">Pay of the epoch, in rao-alpha.</param>
/// <param name="Permit">Whether it held a validator permit after the epoch.</param>
/// <param name="Quality">Mean score of its own model on held-out questions, in [0, 1]; NaN without a model.</param>
/// <param name="Money">What it took in and spent since it came, in USD.</param>
/// <param name="Provider">What is left to who provides its hardware, in USD.</param>
/// <param name="Score">Mean score that validators gave it in the tempo, in [0, 1]; NaN where none did.</param>
/// <param name="ScoreError">Standard error of this mean; NaN where there is no estimate.</param>
internal readonly record struct NeuronRow(
    long Uid,
    ulong Hotkey,
    Group Group,
    string Strategy,
    ulong Stake,
    double Incentive,
    double Dividends,
    double Trust,
    ulong Emission,
    bool Permit,
    double Quality,
    Account Money,
    double Provider,
    double Score,
    double ScoreError
)
{
    /// <summary>Whether it is a validator.</summary>
    public bool IsValidator => Group.IsValidator;
}
