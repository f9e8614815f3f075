namespace Simulator.Core.Engine;

/// <summary>What an event is delivered to.</summary>
public interface IEventHandler
{
    /// <summary>Called when the event's time has come.</summary>
    /// <param name="loop">The loop that delivers it; its time is the event's.</param>
    /// <param name="argument">The number given when the event was scheduled.</param>
    void Handle(EventLoop loop, long argument);
}
