using Simulator.Core.Engine;

namespace Simulator.Core.Tests.Engine;

/// <summary>Writes down every event it is called for, and does then what the test wants.</summary>
internal sealed class EventLog(Action<EventLoop, long>? then = null) : IEventHandler
{
    public List<(long Ticks, Phase Phase, long Argument)> Lines { get; } = [];

    public IEnumerable<long> Arguments => Lines.Select(line => line.Argument);

    public void Handle(EventLoop loop, long argument)
    {
        Lines.Add((loop.Now.Ticks, loop.Phase, argument));
        then?.Invoke(loop, argument);
    }
}
