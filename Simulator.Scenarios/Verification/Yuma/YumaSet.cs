namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>A named set of parameters.</summary>
/// <param name="AppliesResets">Whether resets of cases are carried out.</param>
/// <param name="ByVersion">What each version is told.</param>
internal sealed record YumaSet(bool AppliesResets, IReadOnlyDictionary<string, YumaSettings> ByVersion);
