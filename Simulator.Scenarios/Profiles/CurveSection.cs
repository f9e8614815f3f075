using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Simulator.Scenarios.Profiles;

/// <summary>An entry of <c>curves</c> in a file of learning curves.</summary>
[Description("What one model was like.")]
internal sealed record CurveSection
{
    [Description("Quality before training."), Range(0.0, 1.0)]
    public required double? First { get; init; }

    [Description("Quality that it comes ever nearer to."), Range(0.0, 1.0)]
    public required double? Best { get; init; }

    [
        Description("Operations after which the distance to the best has shrunk by 2^power."),
        Range(0.0000001, 1e21)
    ]
    public required double? Scale { get; init; }

    [Description("How steeply that distance shrinks."), Range(0.001, 100.0)]
    public required double? Power { get; init; }

    [Description("Standard deviation of the score of one question."), Range(0.0, 1_000.0)]
    public required double? Spread { get; init; }

    [Description("How far the curve is from what was measured."), Range(0.0, 1.0)]
    public required double? Residual { get; init; }

    [Description("Bytes of what it had learned."), Range(0.0, 1e18)]
    public required long? Bytes { get; init; }

    [Description("Operations of one answer."), Range(0.0, 1e18)]
    public required long? AnswerOperations { get; init; }

    [Description("Operations after which it learned no more."), Range(0.0, 1e18)]
    public long? Limit { get; init; }

    /// <summary>The curve.</summary>
    public GroupCurve ToCurve() =>
        new(
            new()
            {
                Curve = new(First!.Value, Best!.Value, Scale!.Value, Power!.Value),
                Spread = Spread!.Value,
                Bytes = Bytes!.Value,
                AnswerOperations = AnswerOperations!.Value,
                Limit = Limit,
            },
            Residual!.Value
        );
}
