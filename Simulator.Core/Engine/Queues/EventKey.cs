namespace Simulator.Core.Engine.Queues;

/// <summary>The place of an event in the total order, and the slot that holds the rest of it.</summary>
/// <param name="Time">When, in ticks; never negative.</param>
/// <param name="Order">Place among events of the tick: the phase in the top 8 bits, below it the sequence.</param>
/// <param name="Slot">Index of the event's slot.</param>
internal readonly record struct EventKey(long Time, ulong Order, int Slot)
{
    private const int SequenceBits = 56;

    /// <summary>Phase of the event.</summary>
    public Phase Phase => (Phase)(Order >> SequenceBits);

    /// <summary>The order of a phase and a sequence number, which lasts for 2⁵⁶ events.</summary>
    public static ulong OrderOf(Phase phase, ulong sequence) => ((ulong)phase << SequenceBits) | sequence;

    /// <summary>Whether this event comes first.</summary>
    /// <remarks>Without branches: which of two events is the earlier one cannot be predicted.</remarks>
    public static bool IsBefore(in EventKey a, in EventKey b) =>
        (a.Time < b.Time) | ((a.Time == b.Time) & (a.Order < b.Order));
}
