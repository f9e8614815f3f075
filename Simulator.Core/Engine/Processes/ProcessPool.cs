using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>The processes of one loop that are over and serve again; they live as long as the loop.</summary>
internal sealed class ProcessPool(EventLoop loop)
{
    private static int _kinds;

    private ProcessQueue[] _idle = [];

    /// <summary>A process for a kind of method.</summary>
    public SimProcessOf<TStateMachine> Rent<TStateMachine>()
        where TStateMachine : IAsyncStateMachine
    {
        int kind = Kind<TStateMachine>.Index;
        if (kind >= _idle.Length)
        {
            Array.Resize(ref _idle, kind + 1);
        }
        return (SimProcessOf<TStateMachine>?)_idle[kind].Dequeue() ?? new(loop);
    }

    /// <summary>Takes back a process that is over.</summary>
    public void Return<TStateMachine>(SimProcessOf<TStateMachine> process)
        where TStateMachine : IAsyncStateMachine => _idle[Kind<TStateMachine>.Index].Enqueue(process);

    /// <summary>A small number for each kind of method; which one decides nothing.</summary>
    private static class Kind<TStateMachine>
    {
        public static readonly int Index = Interlocked.Increment(ref _kinds) - 1;
    }
}
