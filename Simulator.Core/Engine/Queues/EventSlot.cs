namespace Simulator.Core.Engine.Queues;

/// <summary>What is kept of a pending event in one place while its key moves about.</summary>
internal struct EventSlot
{
    /// <summary>Whom to call.</summary>
    public IEventHandler? Handler;

    /// <summary>What to call it with.</summary>
    public long Argument;

    /// <summary>The key's time, while a list of a day holds the event.</summary>
    public long Time;

    /// <summary>The key's order, while a list of a day holds the event.</summary>
    public ulong Order;

    /// <summary>The next slot of the same list: of a day's events, or of the free slots.</summary>
    public int Next;
}
