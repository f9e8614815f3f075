using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>A process of the simulation, written as an <c>async</c> method that returns this.</summary>
/// <remarks>
/// Calling the method starts the process: it runs until its first wait. From then on its loop resumes it, on the loop's own
/// thread and in the order of all events. It may await <see cref="EventLoop.Delay"/>, <see cref="Resource.Acquire"/> and
/// other processes of the loop, and nothing else. An exception goes to whoever awaits the process at that moment, or else
/// to whoever called <see cref="EventLoop.RunUntil"/>; before the first wait, to the caller. Waiting allocates nothing.
/// <code>
/// async SimTask Customer(EventLoop sim, Resource desk)
/// {
///     await desk.Acquire();
///     await sim.Delay(300);
///     desk.Release();
/// }
/// </code>
/// </remarks>
[AsyncMethodBuilder(typeof(SimTaskMethodBuilder))]
public readonly struct SimTask
{
    private readonly SimProcess? _process;
    private readonly long _number;

    internal SimTask(SimProcess process) => (_process, _number) = (process, process.Number);

    /// <summary>Whether the process has ended.</summary>
    public bool IsCompleted => _process is null || _process.IsOver(_number);

    /// <summary>Lets a process wait for the end of this one.</summary>
    public SimTaskAwaiter GetAwaiter() => new(this);

    internal SimProcess Process => _process!;

    internal void ThrowIfFailed() => _process?.ThrowIfFailed(_number);
}
