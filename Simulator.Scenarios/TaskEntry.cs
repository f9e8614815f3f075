using Simulator.Core.Tasks;

namespace Simulator.Scenarios;

/// <summary>A task that miners may be asked.</summary>
public sealed record TaskEntry : CatalogEntry
{
    private readonly Func<ITask> _task;

    internal TaskEntry(string name, string meaning, Func<ITask> task, IReadOnlyList<ModelEntry> models)
        : base(name, meaning) => (_task, Models) = (task, models);

    /// <summary>The models that learn it.</summary>
    internal IReadOnlyList<ModelEntry> Models { get; }

    /// <summary>The task; its data are unpacked when it is first used.</summary>
    internal ITask Task => _task();
}
