namespace Simulator.Scenarios.Reports.Replays;

/// <summary>A variant as the page of a replay names it.</summary>
/// <param name="Index">Its place among the variants, from 0.</param>
/// <param name="Label">Its label.</param>
/// <param name="Rule">Id of its rule.</param>
/// <param name="Name">Name of its rule.</param>
/// <param name="Arithmetic">Its arithmetic.</param>
/// <param name="Note">What must be said of its numbers; empty for nothing.</param>
internal sealed record ReplayPictureVariant(
    int Index,
    string Label,
    string Rule,
    string Name,
    string Arithmetic,
    string Note
);
