using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>What an agent may see of one subnet: everything public on the chain, and nothing that is still committed.</summary>
public interface IChainView
{
    /// <summary>The block being built.</summary>
    Block Block { get; }

    /// <summary>The subnet looked at.</summary>
    NetUid NetUid { get; }

    /// <summary>Number of slots in use; uids run from 0 to one less.</summary>
    int Neurons { get; }

    /// <summary>The hyperparameters in force.</summary>
    Hyperparameters Hyperparameters { get; }

    /// <summary>Price of a registration now.</summary>
    Tao Burn { get; }

    /// <summary>Number of epoch slots consumed so far (spec §2.1).</summary>
    ulong EpochIndex { get; }

    /// <summary>Block of the last epoch; the next is due a tempo later.</summary>
    Block LastEpoch { get; }

    /// <summary>The neuron in a slot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No neuron has that uid.</exception>
    Neuron Neuron(Uid uid);

    /// <summary>Slot of a hotkey, or nothing when it is not registered.</summary>
    Uid? UidOf(Hotkey hotkey);

    /// <summary>The visible weights of one validator in stored order; weights committed and not yet revealed are not in it.</summary>
    ReadOnlySpan<WeightEntry> Weights(MechId mechanism, Uid validator);

    /// <summary>The stake-weighted median of all visible weights, by uid, each in [0, 1]: what a copier can compute now.</summary>
    double[] VisibleConsensus(MechId mechanism);
}
