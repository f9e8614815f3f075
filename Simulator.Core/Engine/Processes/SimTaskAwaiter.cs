using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>Waits for the end of a process.</summary>
public readonly struct SimTaskAwaiter : INotifyCompletion
{
    private readonly SimTask _task;

    internal SimTaskAwaiter(SimTask task) => _task = task;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _task.IsCompleted;

    internal EventLoop Loop => _task.Process.Loop;

    /// <summary>Ends the wait; throws what the process has failed by.</summary>
    public void GetResult() => _task.ThrowIfFailed();

    /// <summary>Lets an ordinary <c>async</c> method wait; a process does not come here.</summary>
    public void OnCompleted(Action continuation) => Suspend(new OrdinaryContinuation(Loop, continuation));

    internal void Suspend(SimProcess process) => _task.Process.AddWaiting(process);
}
