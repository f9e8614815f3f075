using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Scenarios.Verification;

/// <summary>Compares intermediate results as they arise with those that a line expects; unknown names are passed over.</summary>
/// <param name="report">Where counts go.</param>
/// <param name="comparison">Compares value by value.</param>
/// <param name="expected">The <c>stages</c> object.</param>
internal sealed class StageComparison(EpochVerificationReport report, Comparison comparison, Field expected)
    : IEpochStages
{
    private readonly Dictionary<string, int> _seen = [];

    /// <inheritdoc/>
    public void Record(string stage, ReadOnlySpan<bool> flags) => Vector(stage, flags, x => x.Flag());

    /// <inheritdoc/>
    public void Record(string stage, ReadOnlySpan<ulong> integers) => Vector(stage, integers, x => x.U64());

    /// <inheritdoc/>
    public void Record(string stage, ReadOnlySpan<I32F32> shares) =>
        Vector<long>(stage, Bits(shares), x => x.I64());

    /// <inheritdoc/>
    public void Record(string stage, ReadOnlySpan<I64F64> stakes)
    {
        Int128[] bits = new Int128[stakes.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = stakes[i].Bits;
        }
        Vector<Int128>(stage, bits, x => x.I128());
    }

    /// <inheritdoc/>
    public void Record(string stage, SparseMatrix matrix)
    {
        if (!TryExpected(stage, out string name, out Field rows))
        {
            return;
        }
        int row = 0;
        foreach (Field item in rows.Items())
        {
            (int, long)[] entries = item.List(x => ((int)x.Pair().First.U16(), x.Pair().Second.I64()));
            (int, long)[] found = row < matrix.Rows ? Entries(matrix, row) : [];
            comparison.SparseRow(name, row, entries, found);
            row++;
        }
        if (row < matrix.Rows)
        {
            comparison.Disagree(name, row, null, "no row", "a row");
        }
    }

    /// <inheritdoc/>
    public void RecordDense(string stage, ReadOnlySpan<I32F32> matrix)
    {
        if (!TryExpected(stage, out string name, out Field rows))
        {
            return;
        }
        long[] bits = Bits(matrix);
        int width = (int)Math.Sqrt(bits.Length),
            row = 0;
        foreach (Field item in rows.Items())
        {
            ReadOnlySpan<long> found = row < width ? bits.AsSpan(row * width, width) : default;
            comparison.Row(name, row, item, found, x => x.I64());
            row++;
        }
        if (row < width)
        {
            comparison.Disagree(name, row, null, "no row", "a row");
        }
    }

    /// <inheritdoc/>
    public void RecordCount(string stage, int count)
    {
        if (TryExpected(stage, out string name, out Field value))
        {
            report.Values++;
            ulong wanted = value.U64();
            if (wanted != (ulong)count)
            {
                comparison.Disagree(name, null, null, $"{wanted}", $"{count}");
            }
        }
    }

    private void Vector<T>(string stage, ReadOnlySpan<T> found, Func<Field, T> read)
        where T : IEquatable<T>
    {
        if (TryExpected(stage, out string name, out Field vector))
        {
            comparison.Vector(name, vector, found, read);
        }
    }

    private bool TryExpected(string stage, out string name, out Field value)
    {
        int times = _seen[stage] = _seen.GetValueOrDefault(stage) + 1;
        name = times == 1 ? stage : $"{stage} #{times}";
        bool found = expected.TryMember(name, out value);
        report.Stages += found ? 1 : 0;
        return found;
    }

    private static (int, long)[] Entries(SparseMatrix matrix, int row)
    {
        (int, long)[] entries = new (int, long)[matrix.Columns(row).Length];
        for (int k = 0; k < entries.Length; k++)
        {
            entries[k] = (matrix.Columns(row)[k], matrix.Values(row)[k].Bits);
        }
        return entries;
    }

    private static long[] Bits(ReadOnlySpan<I32F32> numbers)
    {
        long[] bits = new long[numbers.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = numbers[i].Bits;
        }
        return bits;
    }
}
