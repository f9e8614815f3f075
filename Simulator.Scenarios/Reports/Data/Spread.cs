namespace Simulator.Scenarios.Reports.Data;

/// <summary>What a group's members have of something over time: their mean and the middle of them; NaN where nobody has a value.</summary>
/// <param name="Group">The group.</param>
/// <param name="Mean">Mean at each epoch shown.</param>
/// <param name="Low">What all but the lowest tenth have at least, at each epoch shown.</param>
/// <param name="High">What all but the highest tenth have at most, at each epoch shown.</param>
/// <remarks>A tenth is rounded down: of up to ten members nobody is left out.</remarks>
internal sealed record Spread(Group Group, double[] Mean, double[] Low, double[] High)
{
    /// <summary>Whether there is any value.</summary>
    public bool HasValues => Mean.Any(double.IsFinite);

    /// <summary>Measures a group, by who belongs to it at each epoch: a slot that changes hands changes groups.</summary>
    public static Spread Of(NeuronRow[][] rows, Group group, Func<NeuronRow, double> measure)
    {
        var spread = new Spread(
            group,
            new double[rows.Length],
            new double[rows.Length],
            new double[rows.Length]
        );
        for (int point = 0; point < rows.Length; point++)
        {
            double[] values =
            [
                .. rows[point].Where(n => n.Group == group).Select(measure).Where(double.IsFinite).Order(),
            ];
            int leftOut = (values.Length - 1) / 10;
            spread.Mean[point] = values.Length == 0 ? double.NaN : values.Average();
            spread.Low[point] = values.Length == 0 ? double.NaN : values[leftOut];
            spread.High[point] = values.Length == 0 ? double.NaN : values[^(leftOut + 1)];
        }
        return spread;
    }
}
