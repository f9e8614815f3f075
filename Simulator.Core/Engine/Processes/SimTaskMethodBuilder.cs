using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Simulator.Core.Engine.Processes;

/// <summary>What the compiler builds an <c>async</c> method on that returns <see cref="SimTask"/>; no one else calls it.</summary>
/// <remarks>A method that never waits needs no process. The first wait moves it into one, taken from the loop's pool.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "The compiler calls each on an instance.")]
public struct SimTaskMethodBuilder
{
    private SimProcess? _process;

    /// <summary>The process; one that is over if the method never waited.</summary>
    public readonly SimTask Task => _process is null ? default : new(_process);

    /// <summary>A builder for one call of the method.</summary>
    public static SimTaskMethodBuilder Create() => default;

    /// <summary>Runs the method to its first wait.</summary>
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <summary>Does nothing: the method moves into its process by itself.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Ends the process.</summary>
    public readonly void SetResult() => _process?.Complete();

    /// <summary>Ends the process by an exception, or throws it on to the caller if the method never waited.</summary>
    public readonly void SetException(Exception exception)
    {
        if (_process is null)
        {
            ExceptionDispatchInfo.Throw(exception);
        }
        _process.Fail(exception);
    }

    /// <summary>Suspends the method until what it awaits resumes it.</summary>
    /// <exception cref="InvalidOperationException">It awaits something that is not of the loop.</exception>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref TAwaiter awaiter,
        ref TStateMachine stateMachine
    )
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        // The types are known when this is compiled for them: two of the branches are not there then, and nothing is boxed.
        if (typeof(TAwaiter) == typeof(Delay))
        {
            ref Delay delay = ref Unsafe.As<TAwaiter, Delay>(ref awaiter);
            delay.Suspend(Process(delay.Loop, ref stateMachine));
        }
        else if (typeof(TAwaiter) == typeof(Acquisition))
        {
            ref Acquisition acquisition = ref Unsafe.As<TAwaiter, Acquisition>(ref awaiter);
            acquisition.Suspend(Process(acquisition.Loop, ref stateMachine));
        }
        else if (typeof(TAwaiter) == typeof(SimTaskAwaiter))
        {
            ref SimTaskAwaiter task = ref Unsafe.As<TAwaiter, SimTaskAwaiter>(ref awaiter);
            task.Suspend(Process(task.Loop, ref stateMachine));
        }
        else
        {
            throw new InvalidOperationException(
                $"A process waits for its loop alone, by Delay, a Resource or another SimTask; not by {typeof(TAwaiter)}."
            );
        }
    }

    /// <summary>Suspends the method until what it awaits resumes it.</summary>
    /// <exception cref="InvalidOperationException">It awaits something that is not of the loop.</exception>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref TAwaiter awaiter,
        ref TStateMachine stateMachine
    )
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <summary>The process of the method, which moves into one at its first wait.</summary>
    private SimProcess Process<TStateMachine>(EventLoop loop, ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_process is null)
        {
            SimProcessOf<TStateMachine> process = loop.Processes.Rent<TStateMachine>();
            // This builder is part of what is copied: it must know its process before.
            _process = process;
            process.StateMachine = stateMachine;
        }
        else if (_process.Loop != loop)
        {
            throw new InvalidOperationException("A process cannot wait for another loop than its own.");
        }
        return _process;
    }
}
