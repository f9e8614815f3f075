using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Who holds a slot at an epoch.</summary>
/// <param name="Hotkey">Its key.</param>
/// <param name="Role"><c>miner</c> or <c>validator</c>.</param>
/// <param name="Strategy">Name of its strategy.</param>
/// <param name="Group">Name of the group it belongs to.</param>
/// <param name="ModelQuality">Mean score of its own model on held-out questions at this moment, in [0, 1]; NaN without a model.</param>
/// <param name="Registered">Block of its registration.</param>
/// <param name="Balance">Free TAO of its coldkey.</param>
/// <param name="Account">What it took in and spent since it came.</param>
/// <param name="ProviderProfit">US dollars left to who provides its machine, since it came; 0 where nobody does.</param>
/// <param name="Operations">Floating-point operations of its training since it came.</param>
public readonly record struct NeuronSnapshot(
    Hotkey Hotkey,
    string Role,
    string Strategy,
    string Group,
    double ModelQuality,
    Block Registered,
    Tao Balance,
    Account Account,
    double ProviderProfit,
    long Operations
)
{
    /// <summary>Mean of the scores that validators gave it since the last epoch, a question counting as much as another; NaN
    /// where none was given.</summary>
    public double Score { get; init; } = double.NaN;

    /// <summary>Standard error of this mean; NaN where there is no estimate.</summary>
    public double ScoreError { get; init; } = double.NaN;

    /// <summary>Of a miner the questions to it that were scored since the last epoch, of a validator those that it asked.</summary>
    public long Asked { get; init; }
}
