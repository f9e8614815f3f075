using System.Collections.Frozen;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Externals;

/// <summary>What messages call the tasks of a scenario: where the world moves, each question is of one of two.</summary>
/// <param name="scenario">The scenario.</param>
internal sealed class TaskNames(ScenarioSection scenario)
{
    private readonly FrozenSet<IQuestion> _later = (scenario.Drift?.To.Task.HeldOut ?? []).ToFrozenSet();

    /// <summary>The task of the scenario, which orders to train name.</summary>
    public string OfTraining { get; } = scenario.Task.Name;

    /// <summary>The task by which answers to a question are judged.</summary>
    public string Of(IQuestion question) => _later.Contains(question) ? scenario.Drift!.To.Name : OfTraining;
}
