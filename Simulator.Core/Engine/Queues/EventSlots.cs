namespace Simulator.Core.Engine.Queues;

/// <summary>The slots of all pending events; one that is left is taken again next, while it is still in the cache.</summary>
/// <remarks>A slot forgets its handler only when it is taken again.</remarks>
internal sealed class EventSlots
{
    /// <summary>The end of a list of slots.</summary>
    public const int None = -1;

    private EventSlot[] _slots = new EventSlot[64];
    private int _firstFree = None;
    private int _used;

    /// <summary>One slot.</summary>
    public ref EventSlot this[int slot] => ref _slots[slot];

    /// <summary>Puts an event into a free slot.</summary>
    public int Rent(IEventHandler handler, long argument)
    {
        int index = _firstFree;
        if (index == None)
        {
            index = Grow();
        }
        else
        {
            _firstFree = _slots[index].Next;
        }
        ref EventSlot slot = ref _slots[index];
        // An event's successor mostly finds its own handler here: comparing is cheaper than telling the collector.
        if (slot.Handler != handler)
        {
            slot.Handler = handler;
        }
        slot.Argument = argument;
        return index;
    }

    /// <summary>Takes an event out of its slot, which is free afterwards.</summary>
    public IEventHandler Return(int index, out long argument)
    {
        ref EventSlot slot = ref _slots[index];
        IEventHandler handler = slot.Handler!;
        argument = slot.Argument;
        slot.Next = _firstFree;
        _firstFree = index;
        return handler;
    }

    private int Grow()
    {
        if (_used == _slots.Length)
        {
            Array.Resize(ref _slots, 2 * _used);
        }
        return _used++;
    }
}
