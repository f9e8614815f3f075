using System.Globalization;

namespace Simulator.Scenarios.Verification;

/// <summary>One value in which our epoch differs from the chain's.</summary>
/// <param name="Id">The case or trajectory.</param>
/// <param name="Epoch">Epoch of a trajectory.</param>
/// <param name="Field">Field of <c>out</c>, or a stage.</param>
/// <param name="Uid">The neuron (row of a matrix), where there is one.</param>
/// <param name="Toward">The column of a matrix, where there is one.</param>
/// <param name="Expected">The chain's value.</param>
/// <param name="Found">Ours.</param>
public sealed record EpochDisagreement(
    string Id,
    int? Epoch,
    string Field,
    int? Uid,
    int? Toward,
    string Expected,
    string Found
)
{
    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        string epoch = Epoch is { } e ? string.Create(CultureInfo.InvariantCulture, $" epoch {e}") : "";
        string uid = Uid is { } u ? string.Create(CultureInfo.InvariantCulture, $" uid {u}") : "";
        string toward = Toward is { } t ? string.Create(CultureInfo.InvariantCulture, $" to uid {t}") : "";
        return $"{Id}{epoch}: {Field}{uid}{toward}: expected {Expected}, found {Found}";
    }
}
