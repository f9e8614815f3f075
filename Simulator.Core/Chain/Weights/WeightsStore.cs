using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Weights;

/// <summary>Stores weights that passed every check in place of the validator's old ones.</summary>
internal static class WeightsStore
{
    /// <remarks>Source: spec §4.1. With commit and reveal the clock stays at the commit.</remarks>
    public static void Put(Network network, Subnet subnet, MechId mechanism, Uid uid, WeightVector weights)
    {
        MechanismState state = subnet.Mechanisms[mechanism.Index];
        ushort[] values = MaxUpscale.ToU16(weights.Values.AsSpan());
        WeightEntry[] row = new WeightEntry[values.Length];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = new(weights.Uids[i], values[i]);
        }
        state.Weights.Set(uid.Index, row);
        if (!subnet.Hyperparameters.CommitRevealWeightsEnabled)
        {
            state.LastUpdate[uid.Index] = network.Block.Height;
        }
    }
}
