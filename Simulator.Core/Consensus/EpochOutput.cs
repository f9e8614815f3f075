namespace Simulator.Core.Consensus;

/// <summary>Everything that one epoch gives, in vectors by uid; shares are integers out of 65,535, amounts are rao.</summary>
/// <remarks>Source: spec §2.4, E1–E15.</remarks>
public sealed class EpochOutput
{
    /// <summary>Makes room for a subnet.</summary>
    /// <param name="neurons">Number of slots.</param>
    public EpochOutput(int neurons)
    {
        Active = new bool[neurons];
        Emission = new ulong[neurons];
        ServerEmission = new ulong[neurons];
        ValidatorEmission = new ulong[neurons];
        Incentive = new ushort[neurons];
        Consensus = new ushort[neurons];
        Dividends = new ushort[neurons];
        ValidatorTrust = new ushort[neurons];
        StakeWeight = new ushort[neurons];
        ValidatorPermit = new bool[neurons];
    }

    /// <summary>Whether the neuron set weights recently enough.</summary>
    public bool[] Active { get; }

    /// <summary>Incentive and dividends together, rao; what pruning looks at.</summary>
    public ulong[] Emission { get; }

    /// <summary>Rao for mining.</summary>
    public ulong[] ServerEmission { get; }

    /// <summary>Rao for validating.</summary>
    public ulong[] ValidatorEmission { get; }

    /// <summary>Share of the miners' rank.</summary>
    public ushort[] Incentive { get; }

    /// <summary>Consensus weight: the largest one that a majority of stake supports.</summary>
    public ushort[] Consensus { get; }

    /// <summary>Share of the validators' dividends.</summary>
    public ushort[] Dividends { get; }

    /// <summary>Sum of a validator's weights after clipping.</summary>
    public ushort[] ValidatorTrust { get; }

    /// <summary>Share of stake.</summary>
    public ushort[] StakeWeight { get; }

    /// <summary>Permits for the next epoch.</summary>
    public bool[] ValidatorPermit { get; }

    /// <summary>All bonds to store: a row for every slot, and the rows beyond the subnet untouched.</summary>
    public StoredRows Bonds { get; } = new();
}
