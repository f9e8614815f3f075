namespace Simulator.Core.Engine.Queues;

/// <summary>Keys in a heap of four children a node: the earliest is at hand, and nothing ever costs more than a logarithm.</summary>
/// <remarks>
/// Taking the earliest leaves a hole at the root, since most events schedule one successor: its key then goes down from
/// there, and only if none comes does the last key fill the hole.
/// </remarks>
internal sealed class EventHeap
{
    private EventKey[] _keys = new EventKey[64];
    private int _count;
    private bool _hasHole;

    /// <summary>Number of keys.</summary>
    public int Count => _hasHole ? _count - 1 : _count;

    /// <summary>Every key, in no order.</summary>
    public ReadOnlySpan<EventKey> Keys
    {
        get
        {
            FillHole();
            return _keys.AsSpan(0, _count);
        }
    }

    /// <summary>The earliest key.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryPeek(out EventKey first)
    {
        FillHole();
        first = _keys[0];
        return _count > 0;
    }

    /// <summary>Takes the key out that <see cref="TryPeek"/> has just shown.</summary>
    public void TakePeeked() => _hasHole = true;

    /// <summary>Puts a key in.</summary>
    public void Push(in EventKey key)
    {
        if (_hasHole)
        {
            _hasHole = false;
            Sink(0, key);
            return;
        }
        int i = Extend();
        EventKey[] keys = _keys;
        while (i > 0)
        {
            int parent = (i - 1) >> 2;
            if (!EventKey.IsBefore(key, keys[parent]))
            {
                break;
            }
            keys[i] = keys[parent];
            i = parent;
        }
        keys[i] = key;
    }

    /// <summary>Puts a key in at the end; <see cref="Order"/> must follow before anything else.</summary>
    public void Append(in EventKey key)
    {
        int end = Extend();
        _keys[end] = key;
    }

    /// <summary>Puts appended keys in order.</summary>
    public void Order()
    {
        for (int i = (_count - 2) >> 2; i >= 0; i--)
        {
            Sink(i, _keys[i]);
        }
    }

    /// <summary>Forgets every key.</summary>
    public void Clear()
    {
        _count = 0;
        _hasHole = false;
    }

    private void FillHole()
    {
        if (_hasHole)
        {
            _hasHole = false;
            if (--_count > 0)
            {
                Sink(0, _keys[_count]);
            }
        }
    }

    private int Extend()
    {
        if (_count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * _count);
        }
        return _count++;
    }

    /// <summary>Puts a key at a node or below it, where it belongs.</summary>
    private void Sink(int node, in EventKey key)
    {
        Span<EventKey> keys = _keys.AsSpan(0, _count);
        EventKey sinking = key;
        for (int child = 4 * node + 1; child < keys.Length; child = 4 * node + 1)
        {
            int last = Math.Min(child + 4, keys.Length);
            for (int other = child + 1; other < last; other++)
            {
                child = EventKey.IsBefore(keys[other], keys[child]) ? other : child;
            }
            if (!EventKey.IsBefore(keys[child], sinking))
            {
                break;
            }
            keys[node] = keys[child];
            node = child;
        }
        keys[node] = sinking;
    }
}
