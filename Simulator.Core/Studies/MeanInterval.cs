namespace Simulator.Core.Studies;

/// <summary>A mean of independent draws, with its 95 % interval after Student.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="HalfWidth">How far the interval reaches to either side; NaN for a single draw.</param>
/// <param name="Draws">How many draws it is the mean of.</param>
public readonly record struct MeanInterval(double Mean, double HalfWidth, int Draws)
{
    // The 97.5 % points of Student's distribution with 1, 2, … 30 degrees of freedom, from its usual table.
    private static readonly double[] Table =
    [
        12.706,
        4.303,
        3.182,
        2.776,
        2.571,
        2.447,
        2.365,
        2.306,
        2.262,
        2.228,
        2.201,
        2.179,
        2.160,
        2.145,
        2.131,
        2.120,
        2.110,
        2.101,
        2.093,
        2.086,
        2.080,
        2.074,
        2.069,
        2.064,
        2.060,
        2.056,
        2.052,
        2.048,
        2.045,
        2.042,
    ];

    /// <summary>Lower end of the interval.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end of the interval.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>Mean and interval of some draws, summed in their order.</summary>
    /// <param name="draws">The draws, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static MeanInterval Of(ReadOnlySpan<double> draws)
    {
        if (draws.IsEmpty)
        {
            throw new ArgumentException("A mean needs at least one draw.", nameof(draws));
        }
        double sum = 0;
        foreach (double draw in draws)
        {
            sum += draw;
        }
        double mean = sum / draws.Length;
        if (draws.Length == 1)
        {
            return new(mean, double.NaN, 1);
        }
        double squares = 0;
        foreach (double draw in draws)
        {
            squares += (draw - mean) * (draw - mean);
        }
        int freedom = draws.Length - 1;
        return new(mean, Student(freedom) * Math.Sqrt(squares / freedom / draws.Length), draws.Length);
    }

    /// <summary>The 97.5 % point of Student's distribution.</summary>
    /// <remarks>Beyond the table: Abramowitz and Stegun, 26.7.5, exact to five places there.</remarks>
    internal static double Student(int freedom)
    {
        if (freedom <= Table.Length)
        {
            return Table[freedom - 1];
        }
        const double z = 1.959963984540054;
        const double square = z * z;
        return z
            + z * (square + 1) / (4.0 * freedom)
            + z * ((5 * square + 16) * square + 3) / (96.0 * freedom * freedom);
    }
}
