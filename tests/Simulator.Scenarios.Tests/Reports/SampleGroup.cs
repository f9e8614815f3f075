namespace Simulator.Scenarios.Tests.Reports;

/// <summary>A group of a sample run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Strategy">Its strategy.</param>
/// <param name="Count">How many there are at the start.</param>
/// <param name="Ceiling">Score that its models tend to; NaN without a model.</param>
/// <param name="Pace">Epochs after which a model is half way there.</param>
public sealed record SampleGroup(
    string Name,
    string Strategy,
    int Count,
    double Ceiling = double.NaN,
    double Pace = 4
)
{
    /// <summary>Epochs after which it stops to train.</summary>
    public int Trains { get; init; } = int.MaxValue;
}
