using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Puts every fact into the total order and passes it on to whoever observes the run.</summary>
internal sealed class Journal(EventLoop loop, IReadOnlyList<IObserver> observers) : IChainLog
{
    private long _sequence;

    /// <summary>The block in which things happen now.</summary>
    public Block Block { get; set; }

    /// <summary>Whether the chain starts the block now, outside of the loop's events.</summary>
    public bool IsBlockStart { get; set; }

    public void Record(in ChainEvent fact)
    {
        SimEvent line = new(Block, IsBlockStart ? Phase.Block : loop.Phase, _sequence++, fact);
        for (int i = 0; i < observers.Count; i++)
        {
            observers[i].OnEvent(line);
        }
    }
}
