using Simulator.Core.Tasks;

namespace Simulator.Scenarios;

/// <summary>A task that miners may be asked.</summary>
public sealed record TaskEntry : CatalogEntry
{
    private readonly Func<ImageRecognition> _task;

    internal TaskEntry(string name, string meaning, Func<ImageRecognition> task)
        : base(name, meaning) => _task = task;

    /// <summary>The task; its images are unpacked when it is first used.</summary>
    internal ImageRecognition Task => _task();
}
