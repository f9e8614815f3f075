using Simulator.Core.Tasks;
using Simulator.Scenarios.Catalogs;
using Simulator.Scenarios.OwnTasks;

namespace Simulator.Scenarios;

/// <summary>A task that miners may be asked.</summary>
public sealed record TaskEntry : CatalogEntry
{
    private readonly Func<ITask> _task;

    internal TaskEntry(string name, string meaning, Func<ITask> task, IReadOnlyList<ModelEntry> models)
        : base(name, meaning) => (_task, Models) = (task, models);

    /// <summary>What a scenario says of a task of its own; null for one that comes along.</summary>
    internal OwnTaskSection? Own { get; private init; }

    /// <summary>The models that learn it.</summary>
    internal IReadOnlyList<ModelEntry> Models { get; }

    /// <summary>What the labels of its table are; null where it has none.</summary>
    internal LabelKind? Label { get; init; }

    /// <summary>The task; its data are unpacked when it is first used.</summary>
    internal ITask Task => _task();

    /// <summary>A task of the user's own.</summary>
    /// <param name="section">What the scenario says of it.</param>
    /// <param name="task">The task; null while its file is not read. Whatever stands in its place then is never asked: a
    /// scenario whose file has mistakes does not run.</param>
    internal static TaskEntry OfOwn(OwnTaskSection section, ITask? task = null) =>
        new(
            section.Name,
            section.Table is null ? "Sentence pairs of the user's own." : "A table of the user's own.",
            () => task ?? ImageRecognition.Digits,
            section.Table is null ? ModelCatalog.Translations : ModelCatalog.Tables
        )
        {
            Own = section,
            Label = section.Kind,
        };
}
