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
public readonly record struct NeuronSnapshot(
    Hotkey Hotkey,
    string Role,
    string Strategy,
    string Group,
    double ModelQuality,
    Block Registered,
    Tao Balance
);
