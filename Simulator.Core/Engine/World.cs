using Simulator.Core.Chain;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>What all drivers of a run share: its plan, its chain, its clock, its streams, and who takes part.</summary>
internal sealed class World
{
    /// <summary>The one subnet of a run at this stage.</summary>
    public static readonly NetUid NetUid = new(1);

    public required WorldPlan Plan { get; init; }

    public required Network Network { get; init; }

    public required EventLoop Loop { get; init; }

    public required RandomStreams Streams { get; init; }

    public required Journal Journal { get; init; }

    public required Roster Roster { get; init; }

    /// <summary>Threads that miners' work may use.</summary>
    public required int Threads { get; init; }

    /// <summary>Whose strategy is being called, or for whom a driver acts; null while the chain or the user's own events do.</summary>
    /// <remarks>Drivers reset it when they are done, but not when something fails: the fault is then named after it.</remarks>
    public Participant? Acting { get; set; }

    public Subnet Subnet => Network[NetUid];

    public IChainView Chain => Network.View(NetUid);

    /// <summary>Share of the questions that are of the later world now, in [0, 1].</summary>
    public double LaterShare => Plan.Drift?.ShareAt(Chain.EpochIndex) ?? 0;

    /// <summary>A fault with its place.</summary>
    public InvariantException Fault(Exception cause) => new(Network.Block, NetUid, Acting?.Uid, cause);

    /// <summary>Logs what agents do or leave undone.</summary>
    public void Log(ChainEventKind kind, int uid, long other, ulong amount) =>
        Journal.Record(new(kind, NetUid, default, uid, other, amount, ChainReason.None));
}
