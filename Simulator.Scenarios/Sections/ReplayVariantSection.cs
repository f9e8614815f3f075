namespace Simulator.Scenarios.Sections;

/// <summary>An entry of <c>replay.variants</c>.</summary>
/// <param name="Head">What it is.</param>
/// <param name="Parameters">What it is told.</param>
internal sealed record ReplayVariantSection(ReplayVariantHead Head, ReplayParametersSection Parameters)
{
    /// <summary>Its name in tables and charts.</summary>
    public string Label => Head.Label ?? Head.Rule.Id;
}
