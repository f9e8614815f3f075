namespace Simulator.Core.Tasks.Profiles;

/// <summary>How good a model was found to be.</summary>
/// <param name="Operations">Floating-point operations of its training until then, not negative.</param>
/// <param name="Quality">Its score on held-out questions, in [0, 1].</param>
public readonly record struct CurvePoint(double Operations, double Quality);
