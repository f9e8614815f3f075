using System.Globalization;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>One value in which our epoch differs from that of a golden table.</summary>
/// <param name="File">The table, by its path in the folder.</param>
/// <param name="Line">Line of the table.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Epoch">The epoch; null for a sum over all.</param>
/// <param name="Column">Column of the table.</param>
/// <param name="Expected">The value of the table.</param>
/// <param name="Found">Ours.</param>
public sealed record YumaDisagreement(
    string File,
    int Line,
    string Rule,
    string Case,
    int? Epoch,
    string Column,
    string Expected,
    string Found
)
{
    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        string epoch = Epoch is { } e ? string.Create(CultureInfo.InvariantCulture, $" epoch {e}") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{File}:{Line}: {Rule} {Case}{epoch}: {Column}: expected {Expected}, found {Found}"
        );
    }
}
