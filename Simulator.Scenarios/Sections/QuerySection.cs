using System.ComponentModel;
using Simulator.Core.Engine;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>queries</c>.</summary>
[Description("How validators question miners.")]
internal sealed record QuerySection
{
    private static readonly QueryPlan Default = new();

    [Description("From one round of questions of a validator to its next.")]
    public BlockSpan Interval { get; init; } = Default.Interval;

    [Description("Questions to each miner in one round, at most 1024.")]
    public int Questions { get; init; } = Default.Questions;

    [Description("After this an answer is late and scores 0; at most 12000 ms."), Unit("ms")]
    public long Deadline { get; init; } = Default.Deadline;

    [Description("Held-out questions that all validators draw from in one tempo.")]
    public int Pool { get; init; } = Default.Pool;

    [Description("Held-out questions on which the accuracy of every model is measured at each epoch.")]
    public int Measured { get; init; } = Default.Measured;

    [Description("Share of the held-out questions whose answers leaked, 0 to 1; memorisers know them.")]
    public double Leaked { get; init; } = Default.Leaked;

    /// <summary>The plan that it describes.</summary>
    public QueryPlan ToPlan() =>
        new()
        {
            Interval = Interval,
            Questions = Questions,
            Deadline = Deadline,
            Pool = Pool,
            Measured = Measured,
            Leaked = Leaked,
        };
}
