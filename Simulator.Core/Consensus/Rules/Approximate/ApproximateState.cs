namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>What a run remembers and what it has computed; matrices are row-major, a row a validator.</summary>
internal sealed class ApproximateState(int validators, int miners)
{
    private readonly double[] _sums = new double[miners];

    /// <summary>Number of validators.</summary>
    public int Validators => validators;

    /// <summary>Number of miners.</summary>
    public int Miners => miners;

    /// <summary>Weights; a row sums to 1, or is zero.</summary>
    public double[] Weights { get; } = new double[validators * miners];

    /// <summary>Stakes; they sum to 1, or are zero.</summary>
    public double[] Stakes { get; } = new double[validators];

    /// <summary>Weights after clipping.</summary>
    public double[] Clipped { get; } = new double[validators * miners];

    /// <summary>Weights that bonds are bought with.</summary>
    public double[] WeightsForBonds { get; } = new double[validators * miners];

    /// <summary>Bonds; a column sums to 1, or is zero.</summary>
    public double[] Bonds { get; } = new double[validators * miners];

    /// <summary>Bonds that this epoch would buy.</summary>
    public double[] Bought { get; } = new double[validators * miners];

    /// <summary>Where weights are clipped, by miner.</summary>
    public double[] Limits { get; } = new double[miners];

    /// <summary>Rank by miner.</summary>
    public double[] Ranks { get; } = new double[miners];

    /// <summary>Consensus by miner.</summary>
    public double[] Consensus { get; } = new double[miners];

    /// <summary>Incentive by miner; it sums to 1, or is zero.</summary>
    public double[] Incentive { get; } = new double[miners];

    /// <summary>Share of the new bond in the bonds to each miner.</summary>
    public double[] Rates { get; } = new double[miners];

    /// <summary>Sum of clipped weights by validator.</summary>
    public double[] ValidatorTrust { get; } = new double[validators];

    /// <summary>Dividends by validator; they sum to 1, or are zero.</summary>
    public double[] Dividends { get; } = new double[validators];

    /// <summary>Row of a matrix.</summary>
    public Span<double> Row(double[] matrix, int validator) => matrix.AsSpan(validator * miners, miners);

    /// <summary>Sum of each column of a matrix, rows weighed by stake.</summary>
    public void StakeWeighted(double[] matrix, double[] sums)
    {
        sums.AsSpan().Clear();
        for (int i = 0; i < validators; i++)
        {
            Span<double> row = Row(matrix, i);
            for (int j = 0; j < miners; j++)
            {
                sums[j] += Stakes[i] * row[j];
            }
        }
    }

    /// <summary>Clips each column of a matrix.</summary>
    public void Clip(double[] matrix, double[] limits)
    {
        for (int i = 0; i < validators; i++)
        {
            Span<double> row = Row(matrix, i);
            for (int j = 0; j < miners; j++)
            {
                row[j] = Math.Min(row[j], limits[j]);
            }
        }
    }

    /// <summary>Makes each column of a matrix sum to 1; a column of zeros stays.</summary>
    public void NormalizeColumns(double[] matrix)
    {
        _sums.AsSpan().Clear();
        for (int k = 0; k < matrix.Length; k++)
        {
            _sums[k % miners] += matrix[k];
        }
        for (int k = 0; k < matrix.Length; k++)
        {
            matrix[k] = _sums[k % miners] > 0 ? matrix[k] / _sums[k % miners] : matrix[k];
        }
    }

    /// <summary>Makes numbers sum to 1; zeros stay.</summary>
    public static void Normalize(Span<double> values)
    {
        double sum = Sum(values);
        for (int i = 0; sum > 0 && i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }

    /// <summary>The sum, in order.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }
        return sum;
    }
}
