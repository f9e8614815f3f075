using System.Globalization;
using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Vectors;

/// <summary>Results in the vectors' own notation, so that equal bits are equal text.</summary>
internal static class VectorText
{
    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(I32F32 value) => value.Bits.ToString(CultureInfo.InvariantCulture);

    public static string Of(I64F64 value) => $"\"{value.Bits.ToString(CultureInfo.InvariantCulture)}\"";

    public static string Of(IEnumerable<bool> values) => List(values.Select(Of));

    public static string Of(IEnumerable<ushort> values) => List(values.Select(x => Of((ulong)x)));

    public static string Of(IEnumerable<I32F32> values) => List(values.Select(Of));

    public static string Of(IEnumerable<I64F64> values) => List(values.Select(Of));

    public static string Of(IEnumerable<I32F32[]> rows) => List(rows.Select(row => Of(row)));

    public static string Of(SparseMatrix matrix) =>
        List(Enumerable.Range(0, matrix.Rows).Select(row => Of(matrix, row)));

    private static string Of(SparseMatrix matrix, int row) =>
        List(
            matrix
                .Columns(row)
                .ToArray()
                .Zip(matrix.Values(row).ToArray(), (column, value) => $"[{Of((ulong)column)},{Of(value)}]")
        );

    private static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";
}
