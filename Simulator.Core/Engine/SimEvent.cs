using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>One line of the event log: a fact of the chain or its agents, with its place in the total order.</summary>
/// <param name="Block">Block in which it happened.</param>
/// <param name="Phase">Phase of the event that caused it.</param>
/// <param name="Sequence">Running number in the run, from 0.</param>
/// <param name="Fact">What happened.</param>
public readonly record struct SimEvent(Block Block, Phase Phase, long Sequence, ChainEvent Fact);
