using System.Collections.Frozen;
using Simulator.Core.Tasks;

namespace Simulator.Core.Engine.Drivers;

/// <summary>The held-out questions whose answers leaked, drawn once for a run: of each world the same share.</summary>
internal sealed class Leak
{
    private readonly ITask? _task;
    private readonly FrozenSet<IQuestion> _questions;

    public Leak(World world)
    {
        _task = world.Plan.Task;
        _questions = Drawn(world, _task?.HeldOut ?? [], "questions.leaked")
            .Concat(Drawn(world, _task?.HeldOutLater ?? [], "questions.leaked_later"))
            .ToFrozenSet<IQuestion>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>The right answer to a question that leaked; nothing to another.</summary>
    public IAnswer? this[IQuestion question] => _questions.Contains(question) ? _task!.Truth(question) : null;

    private static IEnumerable<IQuestion> Drawn(World world, IReadOnlyList<IQuestion> heldOut, string stream)
    {
        int leaked = (int)(heldOut.Count * world.Plan.Queries.Leaked + 0.5);
        if (leaked == 0)
        {
            return [];
        }
        IQuestion[] questions = [.. heldOut];
        world.Streams.For(stream).Shuffle(questions.AsSpan());
        return questions.Take(leaked);
    }
}
