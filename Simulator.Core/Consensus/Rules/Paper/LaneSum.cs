using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Sums of rows in one fixed order on every machine, which is that of the source.</summary>
/// <remarks>
/// Source: torch 1.13, aten SumKernel, for rows of up to 255 numbers. Sixteen running sums take whole sixteens; whole
/// fours that are left go to the first four of them; the sixteen fold to four. The last numbers, fewer than four, are
/// added to 0 one by one, and the four after them. The order matters where a sum decides which side of a step it is on.
/// </remarks>
internal static class LaneSum
{
    private const int Four = 4;

    /// <summary>The sum of a row.</summary>
    public static double Of(ReadOnlySpan<double> row)
    {
        Vector256<double> first = default,
            second = default,
            third = default,
            fourth = default;
        while (row.Length >= 4 * Four)
        {
            first += Vector256.Create(row);
            second += Vector256.Create(row[Four..]);
            third += Vector256.Create(row[(2 * Four)..]);
            fourth += Vector256.Create(row[(3 * Four)..]);
            row = row[(4 * Four)..];
        }
        while (row.Length >= Four)
        {
            first += Vector256.Create(row);
            row = row[Four..];
        }
        return Fold(first + second + third + fourth, row);
    }

    /// <summary>What four running sums and the numbers after the last whole four add up to.</summary>
    public static double Fold(Vector256<double> four, ReadOnlySpan<double> tail)
    {
        double sum = 0;
        foreach (double number in tail)
        {
            sum += number;
        }
        for (int i = 0; i < Four; i++)
        {
            sum += four[i];
        }
        return sum;
    }
}
