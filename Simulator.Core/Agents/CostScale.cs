namespace Simulator.Core.Agents;

/// <summary>What the operations and bytes of the simulation's small models stand for in the world of real ones.</summary>
public sealed record CostScale
{
    /// <summary>Real floating-point operations for one of training, above 0.</summary>
    public double Training { get; init; } = 1e10;

    /// <summary>Real floating-point operations for one of an answer, above 0.</summary>
    public double Answering { get; init; } = 1e8;

    /// <summary>Real bytes for one of a model, above 0.</summary>
    public double Memory { get; init; } = 20_000;

    /// <summary>Share of its highest speed that a machine reaches, in (0, 1].</summary>
    public double Utilization { get; init; } = 0.4;
}
