using Simulator.Core.Chain;
using Simulator.Core.Engine;

namespace Simulator.Core.Metrics;

/// <summary>Fills the table of events, up to the last whole epoch.</summary>
public sealed class EventRecorder : IObserver
{
    private static readonly string[] Phases = Enum.GetNames<Phase>();
    private static readonly string[] Kinds = Enum.GetNames<ChainEventKind>();
    private static readonly string[] Reasons =
    [
        .. Enum.GetValues<ChainReason>().Select(r => r == ChainReason.None ? "" : r.ToString()),
    ];

    private readonly List<SimEvent> _waiting = [];

    /// <summary>One row per event.</summary>
    public Table Table { get; } = ResultTables.Events();

    /// <inheritdoc/>
    public void OnEvent(in SimEvent line) => _waiting.Add(line);

    /// <inheritdoc/>
    public void OnEpoch(EpochSnapshot epoch)
    {
        foreach (SimEvent line in _waiting)
        {
            Add(line);
        }
        _waiting.Clear();
    }

    private void Add(in SimEvent line)
    {
        ChainEvent fact = line.Fact;
        Table["block"].Add((long)line.Block.Height);
        Table["phase"].Add(Phases[(int)line.Phase]);
        Table["sequence"].Add(line.Sequence);
        Table["kind"].Add(Kinds[(int)fact.Kind]);
        Table["netuid"].Add((long)fact.NetUid.Index);
        Table["mechid"].Add((long)fact.Mechanism.Index);
        Table["uid"].Add((long)fact.Uid);
        Table["other"].Add(fact.Other);
        Table["amount"].Add(fact.Amount);
        Table["reason"].Add(Reasons[(int)fact.Reason]);
    }
}
