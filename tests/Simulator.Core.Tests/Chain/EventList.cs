using Simulator.Core.Chain;

namespace Simulator.Core.Tests.Chain;

/// <summary>A log that keeps everything.</summary>
internal sealed class EventList : IChainLog
{
    public List<ChainEvent> All { get; } = [];

    public void Record(in ChainEvent fact) => All.Add(fact);

    public IEnumerable<ChainEvent> Of(ChainEventKind kind) => All.Where(fact => fact.Kind == kind);
}
