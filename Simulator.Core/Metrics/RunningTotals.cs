namespace Simulator.Core.Metrics;

/// <summary>Sums of columns of the table of epochs, from the first epoch to each: a series that sums anew at every epoch
/// takes the square of a run's length.</summary>
/// <param name="epochs">Table of epochs.</param>
internal sealed class RunningTotals(Table epochs)
{
    private readonly Dictionary<string, long[]> _sums = [];

    /// <summary>The sum of a column up to a row, that one included.</summary>
    public long UpTo(string column, int row)
    {
        if (!_sums.TryGetValue(column, out long[]? sums))
        {
            sums = Sums(epochs[column].Values<long>(), epochs["mechid"].Values<long>());
            _sums.Add(column, sums);
        }
        return sums[row];
    }

    private static long[] Sums(ReadOnlySpan<long> counts, ReadOnlySpan<long> mechanisms)
    {
        long[] sums = new long[counts.Length];
        long sum = 0;
        for (int row = 0; row < sums.Length; row++)
        {
            sum += mechanisms[row] == 0 ? counts[row] : 0;
            sums[row] = sum;
        }
        return sums;
    }
}
