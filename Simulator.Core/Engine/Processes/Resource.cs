namespace Simulator.Core.Engine.Processes;

/// <summary>Something that only so many processes can hold at once; the others queue, first come, first served.</summary>
public sealed class Resource
{
    private readonly int _capacity;
    private ProcessQueue _waiting;

    /// <summary>A resource of which every unit is free.</summary>
    /// <param name="loop">The loop of the processes that use it.</param>
    /// <param name="capacity">How many can hold it at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public Resource(EventLoop loop, int capacity = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (Loop, _capacity, Free) = (loop, capacity, capacity);
    }

    /// <summary>Units that nobody holds.</summary>
    public int Free { get; private set; }

    /// <summary>Processes that wait for a unit.</summary>
    public int Waiting { get; private set; }

    internal EventLoop Loop { get; }

    /// <summary>Takes a unit if one is free; otherwise the process that awaits the result gets one when its turn comes.</summary>
    public Acquisition Acquire()
    {
        bool isFree = Free > 0;
        Free -= isFree ? 1 : 0;
        return new(this, isFree);
    }

    /// <summary>Gives a unit back: to the process that has waited longest, if any waits.</summary>
    /// <exception cref="InvalidOperationException">Nobody holds a unit.</exception>
    public void Release()
    {
        if (Free == _capacity)
        {
            throw new InvalidOperationException($"Nobody holds a unit: all {_capacity} are free.");
        }
        if (_waiting.Dequeue() is { } process)
        {
            Waiting--;
            process.ResumeNow();
        }
        else
        {
            Free++;
        }
    }

    internal void AddWaiting(SimProcess process)
    {
        Waiting++;
        _waiting.Enqueue(process);
    }
}
