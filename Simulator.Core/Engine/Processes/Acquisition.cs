using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>A wait for a unit of a resource; await it in a process.</summary>
public readonly struct Acquisition : INotifyCompletion
{
    private readonly Resource _resource;

    internal Acquisition(Resource resource, bool isCompleted) =>
        (_resource, IsCompleted) = (resource, isCompleted);

    /// <summary>Whether a unit was free.</summary>
    public bool IsCompleted { get; }

    internal EventLoop Loop => _resource.Loop;

    /// <summary>Itself.</summary>
    public Acquisition GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    public void GetResult() { }

    /// <summary>Lets an ordinary <c>async</c> method wait; a process does not come here.</summary>
    public void OnCompleted(Action continuation) => Suspend(new OrdinaryContinuation(Loop, continuation));

    internal void Suspend(SimProcess process) => _resource.AddWaiting(process);
}
