using System.Collections.Immutable;
using Simulator.Core.Chain.Payments;
using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Blocks;

/// <summary>A subnet whose pots were taken and whose epochs wait to be computed, one for each mechanism.</summary>
/// <remarks>Source: spec §2.1 step 3, §2.10, §6.8 step 1. The owner's cut is no part of what an epoch shares out.</remarks>
internal sealed class DrainedSubnet
{
    public DrainedSubnet(Network network, Subnet subnet)
    {
        Subnet = subnet;
        Pots = subnet.Alpha.Drain();
        ImmutableArray<ushort> split = subnet.Hyperparameters.MechanismEmissionSplit;
        Emissions = MechanismSplit.Of(
            Pots.Server + Pots.Validator,
            subnet.Mechanisms.Length,
            split.IsDefaultOrEmpty ? null : split
        );
        EpochReading reading = new(network, subnet);
        Epochs = new DueEpoch[subnet.Mechanisms.Length];
        for (int m = 0; m < Epochs.Length; m++)
        {
            MechId id = new((byte)m);
            Epochs[m] = new(subnet.NetUid, id, reading.Input(id, new(Emissions[m])));
        }
    }

    public Subnet Subnet { get; }

    public Pots Pots { get; }

    /// <summary>Emission of each mechanism, rao-alpha.</summary>
    public ulong[] Emissions { get; }

    public DueEpoch[] Epochs { get; }
}
