using System.Runtime.CompilerServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>A suspended <c>async</c> method of one kind.</summary>
internal sealed class SimProcessOf<TStateMachine>(EventLoop loop) : SimProcess(loop)
    where TStateMachine : IAsyncStateMachine
{
    private bool _isOver;

    /// <summary>Where the method stands, with its variables.</summary>
    public TStateMachine StateMachine = default!;

    /// <inheritdoc/>
    public override void Handle(EventLoop loop, long argument)
    {
        StateMachine.MoveNext();
        if (_isOver)
        {
            // Only now that the method has returned may its variables go and another process take its place.
            _isOver = false;
            StateMachine = default!;
            Loop.Processes.Return(this);
        }
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        _isOver = true;
        base.Complete();
    }
}
