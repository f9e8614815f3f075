using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Queues;

/// <summary>The place of an event in the total order, and the slot that holds the rest of it.</summary>
/// <remarks>
/// Keys are written and read field by field: a copy in one piece, right after its fields were written one by one, makes the
/// processor wait.
/// </remarks>
internal struct EventKey
{
    private const int SequenceBits = 56;

    /// <summary>When, in ticks; never negative.</summary>
    public long Time;

    /// <summary>Place among events of the tick: the phase in the top 8 bits, below it the sequence.</summary>
    public ulong Order;

    /// <summary>Index of the event's slot.</summary>
    public int Slot;

    /// <summary>The order of a phase and a sequence number, which lasts for 2⁵⁶ events.</summary>
    public static ulong OrderOf(Phase phase, ulong sequence) => ((ulong)phase << SequenceBits) | sequence;

    /// <summary>The phase in an order.</summary>
    public static Phase PhaseOf(ulong order) => (Phase)(order >> SequenceBits);

    /// <summary>Whether this comes before another place.</summary>
    /// <remarks>Without branches: which of two events is the earlier one cannot be predicted.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsBefore(long time, ulong order) =>
        (Time < time) | ((Time == time) & (Order < order));

    /// <summary>Whether this comes after another place.</summary>
    /// <remarks>With branches: along a sorted row the answer is mostly the last one again.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsAfter(long time, ulong order) => Time > time || (Time == time && Order > order);

    /// <summary>Makes this another key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(long time, ulong order, int slot)
    {
        Time = time;
        Order = order;
        Slot = slot;
    }
}
