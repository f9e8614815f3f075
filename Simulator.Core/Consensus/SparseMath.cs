using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>The epoch's functions of sparse matrices, as the chain computes them; which zeros they keep is part of them.</summary>
/// <remarks>
/// Source: spec §1.4.2–1.4.4 and 1.4.7–1.4.11. A result must be another matrix than the arguments. Bonds may point beyond
/// the subnet, to slots that no longer exist: such columns are not normalised and do not enter an average.
/// </remarks>
internal static class SparseMath
{
    /// <summary>Divides every row by its sum, in place; leaves rows without a positive sum alone.</summary>
    public static void NormalizeRows(SparseMatrix x)
    {
        for (int i = 0; i < x.Rows; i++)
        {
            Span<I32F32> row = x.Edit(i);
            I32F32 sum = VectorMath.Sum(row);
            if (sum > I32F32.Zero)
            {
                VectorMath.NormalizeUsingSum(row, sum);
            }
        }
    }

    /// <summary>Divides every column by its sum, in place; leaves columns with a sum of 0 alone.</summary>
    public static void NormalizeColumns(SparseMatrix x, int columns)
    {
        I32F32[] sums = new I32F32[columns];
        for (int i = 0; i < x.Rows; i++)
        {
            ReadOnlySpan<ushort> at = x.Columns(i);
            ReadOnlySpan<I32F32> row = x.Values(i);
            for (int k = 0; k < row.Length; k++)
            {
                if (at[k] < sums.Length)
                {
                    sums[at[k]] = sums[at[k]].SaturatingAdd(row[k]);
                }
            }
        }
        DivideColumns(x, sums);
    }

    /// <summary>Divides every column by its maximum, in place, so that the maximum becomes 1.</summary>
    public static void UpscaleColumns(SparseMatrix x, int columns)
    {
        I32F32[] maxima = new I32F32[columns];
        for (int i = 0; i < x.Rows; i++)
        {
            ReadOnlySpan<ushort> at = x.Columns(i);
            ReadOnlySpan<I32F32> row = x.Values(i);
            for (int k = 0; k < row.Length; k++)
            {
                maxima[at[k]] = row[k] > maxima[at[k]] ? row[k] : maxima[at[k]];
            }
        }
        DivideColumns(x, maxima);
    }

    /// <summary>The sum of every row.</summary>
    public static I32F32[] SumRows(SparseMatrix x)
    {
        I32F32[] sums = new I32F32[x.Rows];
        for (int i = 0; i < x.Rows; i++)
        {
            sums[i] = VectorMath.Sum(x.Values(i));
        }
        return sums;
    }

    /// <summary>Multiplies every row by its number, in place; keeps zeros.</summary>
    public static void ScaleRows(SparseMatrix x, ReadOnlySpan<I32F32> ofRow)
    {
        for (int i = 0; i < x.Rows; i++)
        {
            foreach (ref I32F32 value in x.Edit(i))
            {
                value = ofRow[i].SaturatingMul(value);
            }
        }
    }

    /// <summary>Multiplies every column by its number; drops products of 0.</summary>
    public static void ScaleColumns(SparseMatrix x, ReadOnlySpan<I32F32> ofColumn, SparseMatrix result)
    {
        result.Clear();
        for (int i = 0; i < x.Rows; i++)
        {
            ReadOnlySpan<ushort> at = x.Columns(i);
            ReadOnlySpan<I32F32> row = x.Values(i);
            for (int k = 0; k < row.Length; k++)
            {
                I32F32 product = row[k].SaturatingMul(ofColumn[at[k]]);
                if (product != I32F32.Zero)
                {
                    result.Add(at[k], product);
                }
            }
            result.EndRow();
        }
    }

    /// <summary>For every column the sum of its entries times the numbers of their rows.</summary>
    public static I32F32[] WeightedColumnSums(SparseMatrix x, ReadOnlySpan<I32F32> ofRow, int columns)
    {
        I32F32[] sums = new I32F32[columns];
        for (int i = 0; i < x.Rows; i++)
        {
            ReadOnlySpan<ushort> at = x.Columns(i);
            ReadOnlySpan<I32F32> row = x.Values(i);
            for (int k = 0; k < row.Length; k++)
            {
                sums[at[k]] = sums[at[k]].SaturatingAdd(ofRow[i].SaturatingMul(row[k]));
            }
        }
        return sums;
    }

    /// <summary>For every row the sum of its entries times the numbers of their columns.</summary>
    public static I32F32[] WeightedRowSums(SparseMatrix x, ReadOnlySpan<I32F32> ofColumn)
    {
        I32F32[] sums = new I32F32[x.Rows];
        for (int i = 0; i < x.Rows; i++)
        {
            ReadOnlySpan<ushort> at = x.Columns(i);
            ReadOnlySpan<I32F32> row = x.Values(i);
            for (int k = 0; k < row.Length; k++)
            {
                sums[i] = sums[i].SaturatingAdd(row[k].SaturatingMul(ofColumn[at[k]]));
            }
        }
        return sums;
    }

    /// <summary>Cuts entries at the limit of their column; where that limit is 0 the cut entry is dropped.</summary>
    public static void ClipColumns(SparseMatrix x, ReadOnlySpan<I32F32> limit, SparseMatrix result)
    {
        result.Clear();
        for (int i = 0; i < x.Rows; i++)
        {
            ReadOnlySpan<ushort> at = x.Columns(i);
            ReadOnlySpan<I32F32> row = x.Values(i);
            for (int k = 0; k < row.Length; k++)
            {
                I32F32 most = limit[at[k]];
                if (row[k] <= most)
                {
                    result.Add(at[k], row[k]);
                }
                else if (most > I32F32.Zero)
                {
                    result.Add(at[k], most);
                }
            }
            result.EndRow();
        }
    }

    /// <summary>A mixture from <paramref name="a"/> (ratio 0) to <paramref name="b"/> (ratio 1), which both come back untouched; between them only positive entries are kept.</summary>
    public static void Interpolate(
        SparseMatrix a,
        SparseMatrix b,
        I32F32 ratio,
        int columns,
        SparseMatrix result
    )
    {
        if (ratio == I32F32.Zero || ratio == I32F32.One)
        {
            result.CopyFrom(ratio == I32F32.Zero ? a : b);
            return;
        }
        result.Clear();
        I32F32[] from = new I32F32[columns],
            to = new I32F32[columns];
        for (int i = 0; i < a.Rows; i++)
        {
            Spread(a, i, from);
            Spread(b, i, to);
            for (int j = 0; j < columns; j++)
            {
                I32F32 mixed = from[j].SaturatingAdd(ratio.SaturatingMul(to[j].SaturatingSub(from[j])));
                AddPositive(result, j, mixed);
            }
            result.EndRow();
        }
    }

    /// <summary>The moving average rate · next + (1 − rate) · previous; in column order, only positive entries.</summary>
    public static void MovingAverage(
        SparseMatrix next,
        SparseMatrix previous,
        I32F32 rate,
        SparseMatrix result
    )
    {
        result.Clear();
        I32F32 rest = I32F32.One.SaturatingSub(rate);
        I32F32[] sums = new I32F32[next.Rows];
        for (int i = 0; i < next.Rows; i++)
        {
            Array.Clear(sums);
            Accumulate(next, i, rate, sums);
            Accumulate(previous, i, rest, sums);
            for (int j = 0; j < sums.Length; j++)
            {
                AddPositive(result, j, sums[j]);
            }
            result.EndRow();
        }
    }

    /// <summary>One row of a moving average with a rate for every column: only entries of <paramref name="next"/> live on.</summary>
    /// <param name="next">What the average moves to.</param>
    /// <param name="previous">What it was.</param>
    /// <param name="row">Row of both.</param>
    /// <param name="rates">Rate of every column.</param>
    /// <param name="result">Matrix whose next row is filled.</param>
    public static void MovingAverageRow(
        SparseMatrix next,
        SparseMatrix previous,
        int row,
        ReadOnlySpan<I32F32> rates,
        SparseMatrix result
    )
    {
        I32F32[] decayed = new I32F32[rates.Length];
        ReadOnlySpan<ushort> at = previous.Columns(row);
        ReadOnlySpan<I32F32> values = previous.Values(row);
        for (int k = 0; k < values.Length; k++)
        {
            if (at[k] < rates.Length)
            {
                decayed[at[k]] = I32F32.One.SaturatingSub(rates[at[k]]).SaturatingMul(values[k]);
            }
        }
        at = next.Columns(row);
        values = next.Values(row);
        for (int k = 0; k < values.Length; k++)
        {
            I32F32 gained = rates[at[k]].SaturatingMul(values[k]);
            I32F32 sum = decayed[at[k]].SaturatingAdd(gained > I32F32.Zero ? gained : I32F32.Zero);
            AddPositive(result, at[k], sum < I32F32.One ? sum : I32F32.One);
        }
        result.EndRow();
    }

    private static void DivideColumns(SparseMatrix x, ReadOnlySpan<I32F32> divisors)
    {
        for (int i = 0; i < x.Rows; i++)
        {
            ReadOnlySpan<ushort> at = x.Columns(i);
            Span<I32F32> row = x.Edit(i);
            for (int k = 0; k < row.Length; k++)
            {
                I32F32 divisor = at[k] < divisors.Length ? divisors[at[k]] : I32F32.Zero;
                row[k] = divisor == I32F32.Zero ? row[k] : row[k].SafeDiv(divisor);
            }
        }
    }

    private static void Spread(SparseMatrix x, int row, I32F32[] dense)
    {
        Array.Clear(dense);
        ReadOnlySpan<ushort> at = x.Columns(row);
        ReadOnlySpan<I32F32> values = x.Values(row);
        for (int k = 0; k < values.Length; k++)
        {
            dense[at[k]] = values[k];
        }
    }

    private static void Accumulate(SparseMatrix x, int row, I32F32 factor, I32F32[] sums)
    {
        ReadOnlySpan<ushort> at = x.Columns(row);
        ReadOnlySpan<I32F32> values = x.Values(row);
        for (int k = 0; k < values.Length; k++)
        {
            if (at[k] < sums.Length)
            {
                sums[at[k]] = sums[at[k]].SaturatingAdd(factor.SaturatingMul(values[k]));
            }
        }
    }

    private static void AddPositive(SparseMatrix result, int column, I32F32 value)
    {
        if (value > I32F32.Zero)
        {
            result.Add((ushort)column, value);
        }
    }
}
