namespace Simulator.Scenarios.Reports.Data;

/// <summary>What a group's members have of something over time: their mean, least and most; NaN where nobody has a value.</summary>
/// <param name="Group">The group.</param>
/// <param name="Mean">Mean at each epoch shown.</param>
/// <param name="Least">Least at each epoch shown.</param>
/// <param name="Most">Most at each epoch shown.</param>
internal sealed record Spread(Group Group, double[] Mean, double[] Least, double[] Most)
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
            double sum = 0,
                least = double.PositiveInfinity,
                most = double.NegativeInfinity;
            int members = 0;
            foreach (var row in rows[point])
            {
                double value = row.Group == group ? measure(row) : double.NaN;
                if (!double.IsNaN(value))
                {
                    (sum, least, most) = (sum + value, Math.Min(least, value), Math.Max(most, value));
                    members++;
                }
            }
            spread.Mean[point] = members == 0 ? double.NaN : sum / members;
            spread.Least[point] = members == 0 ? double.NaN : least;
            spread.Most[point] = members == 0 ? double.NaN : most;
        }
        return spread;
    }
}
