using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>A wait for a point of simulated time; await it in a process.</summary>
public readonly struct Delay : INotifyCompletion
{
    private readonly long _ticks;
    private readonly Phase _phase;

    internal Delay(EventLoop loop, long ticks, Phase phase) => (Loop, _ticks, _phase) = (loop, ticks, phase);

    /// <summary>False: even a wait of 0 ticks lets the events go first that were scheduled before it.</summary>
    public bool IsCompleted => false;

    internal EventLoop Loop { get; }

    /// <summary>Itself.</summary>
    public Delay GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    public void GetResult() { }

    /// <summary>Lets an ordinary <c>async</c> method wait; a process does not come here.</summary>
    public void OnCompleted(Action continuation) => Suspend(new OrdinaryContinuation(Loop, continuation));

    internal void Suspend(SimProcess process) => Loop.Schedule(Loop.Now + _ticks, _phase, process);
}
