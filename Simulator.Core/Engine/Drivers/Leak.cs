using System.Collections.Frozen;
using Simulator.Core.Tasks;

namespace Simulator.Core.Engine.Drivers;

/// <summary>The held-out questions whose answers leaked, drawn once for a run.</summary>
internal sealed class Leak
{
    private readonly ITask? _task;
    private readonly FrozenSet<IQuestion> _questions;

    public Leak(World world)
    {
        _task = world.Plan.Task;
        IQuestion[] heldOut = world.Plan.Queries.Leaked > 0 && _task is not null ? [.. _task.HeldOut] : [];
        int leaked = (int)(heldOut.Length * world.Plan.Queries.Leaked + 0.5);
        if (leaked > 0)
        {
            world.Streams.For("questions.leaked").Shuffle(heldOut.AsSpan());
        }
        _questions = heldOut.Take(leaked).ToFrozenSet<IQuestion>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>The right answer to a question that leaked; nothing to another.</summary>
    public IAnswer? this[IQuestion question] => _questions.Contains(question) ? _task!.Truth(question) : null;
}
