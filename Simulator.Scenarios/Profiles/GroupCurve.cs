using Simulator.Core.Tasks.Profiles;

namespace Simulator.Scenarios.Profiles;

/// <summary>What one real model was like, and how well its learning curve fits.</summary>
/// <param name="Profile">What it was like.</param>
/// <param name="Residual">Root of the mean squared distance of its curve from what was measured.</param>
public readonly record struct GroupCurve(ModelProfile Profile, double Residual);
