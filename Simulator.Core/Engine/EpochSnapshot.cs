using System.Collections.Immutable;
using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>One epoch of one mechanism: what it read, what it gave, and who held the slots.</summary>
public sealed class EpochSnapshot
{
    /// <summary>Number of the epoch, from 1.</summary>
    public required ulong Epoch { get; init; }

    /// <summary>Block in which it ran.</summary>
    public required Block Block { get; init; }

    /// <summary>Subnet.</summary>
    public required NetUid NetUid { get; init; }

    /// <summary>Mechanism.</summary>
    public required MechId Mechanism { get; init; }

    /// <summary>What the epoch read.</summary>
    public required EpochInput Input { get; init; }

    /// <summary>What it gave.</summary>
    public required EpochOutput Output { get; init; }

    /// <summary>Price of a registration.</summary>
    public required Tao Burn { get; init; }

    /// <summary>Every slot by uid.</summary>
    public required ImmutableArray<NeuronSnapshot> Neurons { get; init; }
}
