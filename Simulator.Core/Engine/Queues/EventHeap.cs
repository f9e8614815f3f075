namespace Simulator.Core.Engine.Queues;

/// <summary>Keys in a heap of four children a node: nothing costs more than a logarithm.</summary>
internal sealed class EventHeap
{
    private EventKey[] _keys = new EventKey[64];

    /// <summary>Number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The earliest key; there must be one.</summary>
    public ref readonly EventKey First => ref _keys[0];

    /// <summary>Puts a key in.</summary>
    public void Push(long time, ulong order, int slot)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * Count);
        }
        EventKey[] keys = _keys;
        int node = Count++;
        while (node > 0)
        {
            ref EventKey parent = ref keys[(node - 1) / 4];
            if (parent.IsBefore(time, order))
            {
                break;
            }
            keys[node].Set(parent.Time, parent.Order, parent.Slot);
            node = (node - 1) / 4;
        }
        keys[node].Set(time, order, slot);
    }

    /// <summary>Takes the earliest key out; there must be one.</summary>
    public EventKey Pop()
    {
        EventKey first = _keys[0];
        if (--Count > 0)
        {
            ref EventKey last = ref _keys[Count];
            Sink(last.Time, last.Order, last.Slot);
        }
        return first;
    }

    /// <summary>Moves every key to a list.</summary>
    public void DrainTo(List<EventKey> keys)
    {
        keys.AddRange(_keys.AsSpan(0, Count));
        Count = 0;
    }

    /// <summary>Puts a key at the root or below it, where it belongs.</summary>
    private void Sink(long time, ulong order, int slot)
    {
        EventKey[] keys = _keys;
        int count = Count,
            node = 0;
        for (int child = 1; child < count; child = 4 * node + 1)
        {
            long childTime = keys[child].Time;
            ulong childOrder = keys[child].Order;
            int end = Math.Min(child + 4, count);
            for (int other = child + 1; other < end; other++)
            {
                bool isBefore = keys[other].IsBefore(childTime, childOrder);
                child = isBefore ? other : child;
                childTime = isBefore ? keys[other].Time : childTime;
                childOrder = isBefore ? keys[other].Order : childOrder;
            }
            if ((time < childTime) | ((time == childTime) & (order < childOrder)))
            {
                break;
            }
            keys[node].Set(childTime, childOrder, keys[child].Slot);
            node = child;
        }
        keys[node].Set(time, order, slot);
    }
}
