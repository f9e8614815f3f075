namespace Simulator.Core.Agents;

/// <summary>A kind of machine as its maker describes it.</summary>
/// <param name="Name">Name as scenarios write it.</param>
/// <param name="Speed">Floating-point operations a second at most, above 0.</param>
/// <param name="Memory">Bytes of memory, above 0.</param>
/// <param name="Bandwidth">Bytes that it reads from this memory in a second, above 0.</param>
/// <param name="Watts">Power while it works, not negative.</param>
/// <param name="UsdPerHour">US dollars for an hour, without the energy, not negative.</param>
public sealed record HardwareProfile(
    string Name,
    double Speed,
    double Memory,
    double Bandwidth,
    double Watts,
    double UsdPerHour
)
{
    private const double WattsPerKilowatt = 1_000;

    /// <summary>Such machines, as the small models of the simulation see them.</summary>
    /// <param name="units">How many work together, at least 1.</param>
    /// <param name="scale">What the models' operations and bytes stand for.</param>
    /// <param name="tempoSeconds">Length of a tempo.</param>
    /// <param name="usdPerKilowattHour">What energy costs.</param>
    public Hardware Scaled(int units, CostScale scale, double tempoSeconds, double usdPerKilowattHour)
    {
        ArgumentNullException.ThrowIfNull(scale);
        double speed = units * Speed * scale.Utilization;
        return new()
        {
            Compute = (long)Math.Min(speed * tempoSeconds / scale.Training, long.MaxValue / 2),
            TrainingSeconds = tempoSeconds,
            AnswerSpeed = speed / scale.Answering,
            Bandwidth = units * Bandwidth / scale.Memory,
            Memory = (long)Math.Min(units * Memory / scale.Memory, long.MaxValue / 2),
            UsdPerHour = units * UsdPerHour,
            EnergyUsdPerHour = units * Watts / WattsPerKilowatt * usdPerKilowattHour,
        };
    }
}
