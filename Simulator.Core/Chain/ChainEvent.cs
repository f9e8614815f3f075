using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>One fact of the event log, before the engine stamps block, phase and sequence on it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="NetUid">In which subnet.</param>
/// <param name="Mechanism">In which mechanism.</param>
/// <param name="Uid">The slot concerned; -1 where there is none.</param>
/// <param name="Other">The other party or number the kind speaks of; -1 where there is none.</param>
/// <param name="Amount">The amount the kind speaks of, in rao or rao-alpha.</param>
/// <param name="Reason">Why the chain refused; <see cref="ChainReason.None"/> otherwise.</param>
public readonly record struct ChainEvent(
    ChainEventKind Kind,
    NetUid NetUid,
    MechId Mechanism,
    int Uid,
    long Other,
    ulong Amount,
    ChainReason Reason
);
