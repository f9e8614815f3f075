namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>A row of a golden table: what one epoch of a run should give.</summary>
/// <param name="File">The table, by its path in the folder.</param>
/// <param name="Line">Its line.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Validator">The validator whose bonds the row holds; null for a row of all.</param>
/// <param name="IsDegenerate">Whether the source found no consensus; null where the table does not say.</param>
/// <param name="Sensitivity">What may flip in this epoch, a bit mask; null where the table does not say.</param>
/// <param name="Values">The values that are there; null where a rate is blank.</param>
internal sealed record YumaRow(
    string File,
    int Line,
    int Epoch,
    int? Validator,
    bool? IsDegenerate,
    int? Sensitivity,
    IReadOnlyList<(YumaColumn Column, double? Value)> Values
);
