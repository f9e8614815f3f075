using Simulator.Core.Chain.Blocks;
using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>What agents may see of one subnet.</summary>
internal sealed class SubnetView(Network network, Subnet subnet, Func<EpochInput, EpochOutput> epoch)
    : IChainView
{
    public Block Block => network.Block;

    public NetUid NetUid => subnet.NetUid;

    public int Neurons => subnet.Slots.Count;

    public Hyperparameters Hyperparameters => subnet.Hyperparameters;

    public Tao Burn => subnet.Burn;

    public ulong EpochIndex => subnet.Schedule.EpochIndex;

    public Block LastEpoch => subnet.Schedule.LastEpoch;

    public Neuron Neuron(Uid uid)
    {
        Slots slots = subnet.Slots;
        int i = uid.Index;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i, slots.Count, nameof(uid));
        return new()
        {
            Uid = uid,
            Hotkey = slots.Hotkeys[i],
            Coldkey = slots.Coldkeys[i],
            RegisteredAt = new(slots.RegisteredAt[i]),
            ValidatorPermit = slots.ValidatorPermit[i],
            Active = slots.Active[i],
            Emission = new(slots.Emission[i]),
            StakeWeight = new(slots.StakeWeight[i]),
            Consensus = new(slots.Consensus[i]),
            Incentive = new(subnet.Mechanisms[0].Incentive[i]),
            Dividends = new(slots.Dividends[i]),
            ValidatorTrust = new(slots.ValidatorTrust[i]),
        };
    }

    public Uid? UidOf(Hotkey hotkey) => subnet.Slots.UidOf(hotkey) is { } uid ? new Uid(uid) : null;

    public ReadOnlySpan<WeightEntry> Weights(MechId mechanism, Uid validator) =>
        State(mechanism).Weights[validator.Index];

    public double[] VisibleConsensus(MechId mechanism)
    {
        State(mechanism);
        EpochInput input = new EpochReading(network, subnet).Input(mechanism, emission: default);
        return Array.ConvertAll(epoch(input).Consensus, share => new PerU16(share).Value);
    }

    private Weights.MechanismState State(MechId mechanism) =>
        subnet.Mechanism(mechanism)
        ?? throw new ArgumentOutOfRangeException(
            nameof(mechanism),
            mechanism,
            $"Subnet {NetUid} has {subnet.Mechanisms.Length} mechanisms."
        );
}
