using System.Runtime.ExceptionServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>A suspended <c>async</c> method: the event that resumes it, and what others await.</summary>
/// <remarks>
/// One object serves many processes, one after the other. A number tells them apart: whoever awaits a process whose number
/// is over has nothing to wait for. One that failed is not used again, so that its exception can be had at any time.
/// </remarks>
internal abstract class SimProcess(EventLoop loop) : IEventHandler
{
    private ProcessQueue _waiting;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The loop it lives on.</summary>
    public EventLoop Loop { get; } = loop;

    /// <summary>Number of the process that the object serves.</summary>
    public long Number { get; private set; }

    /// <summary>The next process in the queue or list that this one is in.</summary>
    public SimProcess? Next { get; set; }

    /// <inheritdoc/>
    public abstract void Handle(EventLoop loop, long argument);

    /// <summary>Whether a process has ended, well or badly.</summary>
    public bool IsOver(long number) => number != Number || _failure is not null;

    /// <summary>Throws what a process has failed by, if it has.</summary>
    public void ThrowIfFailed(long number)
    {
        if (number == Number)
        {
            _failure?.Throw();
        }
    }

    /// <summary>Resumes another process when this one is over.</summary>
    public void AddWaiting(SimProcess process) => _waiting.Enqueue(process);

    /// <summary>Resumes the process through the loop, after all events of this tick and phase.</summary>
    public void ResumeNow() => Loop.Schedule(Loop.Now, Loop.Phase, this);

    /// <summary>Ends the process.</summary>
    public virtual void Complete()
    {
        Number++;
        ResumeWaiting();
    }

    /// <summary>Ends the process by an exception: those who wait for it get it, or else whoever runs the loop.</summary>
    public void Fail(Exception exception)
    {
        _failure = ExceptionDispatchInfo.Capture(exception);
        if (_waiting.IsEmpty)
        {
            _failure.Throw();
        }
        ResumeWaiting();
    }

    private void ResumeWaiting()
    {
        while (_waiting.Dequeue() is { } process)
        {
            process.ResumeNow();
        }
    }
}
