namespace Simulator.Core.Engine.Processes;

/// <summary>Processes that wait for the same thing, first come, first served; linked through themselves.</summary>
internal struct ProcessQueue
{
    private SimProcess? _first;
    private SimProcess? _last;

    /// <summary>Whether nobody waits.</summary>
    public readonly bool IsEmpty => _first is null;

    /// <summary>Puts a process at the end.</summary>
    public void Enqueue(SimProcess process)
    {
        process.Next = null;
        if (_first is null)
        {
            _first = process;
        }
        else
        {
            _last!.Next = process;
        }
        _last = process;
    }

    /// <summary>Takes the first process out; null if nobody waits.</summary>
    public SimProcess? Dequeue()
    {
        SimProcess? first = _first;
        _first = first?.Next;
        return first;
    }
}
