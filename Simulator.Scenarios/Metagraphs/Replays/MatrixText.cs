using System.Collections.Immutable;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>Writes the matrices of an epoch after the other; a row that stays the same is written once.</summary>
/// <param name="validators">Number of rows.</param>
/// <param name="miners">Number of columns.</param>
internal sealed class MatrixText(int validators, int miners)
{
    private readonly string _none = Row([.. new double[miners]]);
    private readonly (ImmutableArray<double> Weights, string Text)[] _last = new (
        ImmutableArray<double>,
        string
    )[validators];

    /// <summary>A number as JSON; zeros, which are most of a matrix, are short.</summary>
    public static string Number(double value) => value == 0 ? "0" : RoundTrip.Text(value);

    /// <summary>The matrix as JSON; who takes no part has a row of zeros.</summary>
    public string Text(ImmutableArray<ValidatorRow?> rows) =>
        $"  [{string.Join(",\n   ", rows.Select((row, v) => row is null ? _none : Row(v, row.Weights)))}]";

    private string Row(int validator, ImmutableArray<double> weights)
    {
        // The same memory, which held epochs share: comparing the numbers would cost as much as writing them.
        if (_last[validator].Weights != weights)
        {
            _last[validator] = (weights, Row(weights));
        }
        return _last[validator].Text;
    }

    private static string Row(ImmutableArray<double> weights) =>
        $"[{string.Join(", ", weights.Select(Number))}]";
}
