namespace Simulator.Core.Tasks.Profiles;

/// <summary>A learning curve, and how far it is from what was measured.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Residual">Root of the mean squared distance from the points that it was fitted to.</param>
public readonly record struct FittedCurve(LearningCurve Curve, double Residual);
