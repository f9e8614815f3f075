using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain;

/// <summary>A chain with subnet 1, whose neurons have hotkeys 100, 101 … and coldkeys 200, 201 …; state is set directly.</summary>
internal sealed class OneSubnet
{
    public static readonly NetUid NetUid = new(1);
    public static readonly Coldkey Owner = new(5);

    public OneSubnet(
        Hyperparameters? hyperparameters = null,
        GlobalParameters? global = null,
        Hotkey? ownerHotkey = null,
        IPulses? pulses = null
    )
    {
        Network = new(global ?? new(), Events, pulses);
        Network.Insert(new(NetUid, hyperparameters ?? new(), Owner, ownerHotkey, Network.Block));
    }

    public EventList Events { get; } = new();

    public Network Network { get; }

    public Subnet Subnet => Network[NetUid];

    public IChainView View => Network.View(NetUid);

    public static Hotkey HotkeyOf(int neuron) => new((ulong)(100 + neuron));

    public static Coldkey ColdkeyOf(int neuron) => new((ulong)(200 + neuron));

    public static WeightVector Weights(params (int Uid, int Value)[] weights) =>
        new([.. weights.Select(w => (ushort)w.Uid)], [.. weights.Select(w => (ushort)w.Value)]);

    /// <summary>Enrols the next neurons, with stake and a permit.</summary>
    public OneSubnet WithNeurons(int count, ulong stake = 1_000_000_000)
    {
        for (int i = 0; i < count; i++)
        {
            int neuron = Subnet.Slots.Count;
            Network.Enroll(NetUid, HotkeyOf(neuron), ColdkeyOf(neuron), new(stake), validatorPermit: true);
        }
        return this;
    }

    /// <summary>Begins every block up to and with one.</summary>
    public OneSubnet GoTo(ulong block)
    {
        while (Network.Block.Height < block)
        {
            Network.BeginBlock(Network.Block + new BlockSpan(1));
        }
        return this;
    }

    public ChainReason Set(int neuron, params (int Uid, int Value)[] weights) =>
        Network.Execute(new SetWeights(NetUid, default, HotkeyOf(neuron), Weights(weights)));

    public ChainReason Register(int neuron, Tao? limit = null) =>
        Network.Execute(new Register(NetUid, HotkeyOf(neuron), ColdkeyOf(neuron), limit));

    public static RevealWeights Reveal(int neuron, ulong salt, params (int Uid, int Value)[] weights) =>
        new(NetUid, default, HotkeyOf(neuron), Weights(weights), salt);

    public ChainReason CommitTimelocked(int neuron, ulong round, params (int Uid, int Value)[] weights) =>
        Network.Execute(
            new CommitTimelockedWeights(
                NetUid,
                default,
                HotkeyOf(neuron),
                new(HotkeyOf(neuron), Weights(weights)),
                round
            )
        );

    public (ushort Uid, ushort Value)[] Row(int neuron) =>
        [.. View.Weights(default, new((ushort)neuron)).ToArray().Select(w => (w.Uid, w.Value))];
}
