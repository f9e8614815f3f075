using Simulator.Core.Agents;
using Simulator.Core.Tasks;
using Simulator.Core.Units;
using Simulator.Scenarios.Profiles;

namespace Simulator.Scenarios.Sections;

/// <summary>What all miners of a scenario have in common: what they are asked, what machines there are, and what things cost.</summary>
internal sealed class Workplace
{
    private readonly ScenarioSection _scenario;

    /// <summary>The workplace of a scenario.</summary>
    public Workplace(ScenarioSection scenario, ITask task)
    {
        _scenario = scenario;
        Task = task;
        Profiles =
        [
            .. Catalog.Hardware.Select(entry => entry.Profile),
            .. scenario.Hardware.Select(section => section.ToProfile()),
        ];
    }

    /// <summary>What they are asked.</summary>
    public ITask Task { get; }

    /// <summary>The same workplace in the world to which this one moves; null where it stays as it is.</summary>
    public Workplace? Later =>
        _scenario.Drift is { } drift
            ? new(_scenario with { Task = drift.To, Drift = null }, drift.To.Task)
            : null;

    /// <summary>The learning curves that stand in for models; null where these are trained.</summary>
    public CurveBook? Curves => _scenario.Curves;

    /// <summary>The machines there are.</summary>
    public IReadOnlyList<HardwareProfile> Profiles { get; }

    /// <summary>What a share of the training data costs, in US dollars.</summary>
    public double DataUsd(double share) => share * (double)_scenario.Prices.Data;

    /// <summary>The hardware of a group: machines of a kind, where the group names one, else what its own keys say.</summary>
    /// <param name="group">The group.</param>
    /// <param name="units">Machines.</param>
    /// <param name="compute">Millions of operations that it can spend on training in one tempo.</param>
    /// <param name="latency">Milliseconds of the way.</param>
    /// <param name="loss">Probability that an answer is lost.</param>
    public Hardware Hardware(MinerSection group, int units, double compute, long latency, double loss)
    {
        HardwareProfile? profile = Profiles.FirstOrDefault(p => p.Name == group.Hardware);
        return (
            profile?.Scaled(units, _scenario.Scale.ToScale(), TempoSeconds, (double)_scenario.Prices.Energy)
            ?? new() { Compute = (long)(compute * MinerSection.FlopPerMflop) }
        ) with
        {
            Latency = latency,
            AnswerLoss = loss,
        };
    }

    private double TempoSeconds => _scenario.Subnet.Tempo.Length * (SimTime.TicksPerBlock / 1_000.0);
}
