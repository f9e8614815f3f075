using System.Globalization;
using System.Security.Cryptography;
using CsCheck;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>Tables survive Parquet, and the same table gives the same bytes wherever it is written.</summary>
public sealed class ParquetTableTests
{
    /// <summary>Every type, with the values at its edges.</summary>
    private static Table Edges()
    {
        Table table = new(
            "edges",
            "Values at the edges of their types.",
            new Column("whole", ColumnType.Int64, "blocks", "Whole."),
            new Column("amount", ColumnType.UInt64, "rao", "Amount."),
            new Column("small", ColumnType.Int32, "", "Small."),
            new Column("number", ColumnType.Double, "share", "Number."),
            new Column("flag", ColumnType.Bool, "", "Flag."),
            new Column("text", ColumnType.Text, "", "Text: «a», \"b\".")
        );
        Add(long.MinValue, ulong.MaxValue, int.MinValue, double.NaN, true, "");
        Add(long.MaxValue, 0, int.MaxValue, double.PositiveInfinity, false, "α, \"τ\"\n中文 🧠");
        Add(0, 1UL << 63, 0, double.NegativeInfinity, true, " leading and trailing ");
        Add(-1, 1, -1, -0.0, false, "\0");
        Add(1, 2, 1, double.Epsilon, false, "a");
        Add(2, 3, 2, 0.1 + 0.2, true, new string('x', 70_000));
        return table;

        void Add(long whole, ulong amount, int small, double number, bool flag, string text)
        {
            table["whole"].Add(whole);
            table["amount"].Add(amount);
            table["small"].Add(small);
            table["number"].Add(number);
            table["flag"].Add(flag);
            table["text"].Add(text);
        }
    }

    private static Table Long(int rows)
    {
        Table table = ResultTables.Events();
        for (int row = 0; row < rows; row++)
        {
            foreach (Column column in table.Columns)
            {
                switch (column.Type)
                {
                    case ColumnType.Int64:
                        column.Add((long)row);
                        break;
                    case ColumnType.UInt64:
                        column.Add((ulong)row * 977);
                        break;
                    default:
                        column.Add(row % 3 == 0 ? "Queried" : "");
                        break;
                }
            }
        }
        return table;
    }

    [Fact]
    public void Every_type_comes_back_as_it_was()
    {
        SampleRun.AssertSame(Edges(), RoundTrip(Edges()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ParquetTable.RowsPerGroup)]
    [InlineData(ParquetTable.RowsPerGroup + 1)]
    public void Any_number_of_rows_comes_back(int rows)
    {
        SampleRun.AssertSame(Long(rows), RoundTrip(Long(rows)));
    }

    [Fact]
    public void Any_numbers_and_texts_come_back()
    {
        Gen.Select(Gen.Double.Array[0, 40], Gen.Long, Gen.String)
            .Sample(
                (numbers, whole, text) =>
                {
                    Table table = new(
                        "any",
                        "",
                        new Column("n", ColumnType.Double, "", ""),
                        new Column("w", ColumnType.Int64, "", ""),
                        new Column("t", ColumnType.Text, "", "")
                    );
                    foreach (double number in numbers)
                    {
                        table["n"].Add(number);
                        table["w"].Add(whole);
                        table["t"].Add(Valid(text));
                    }
                    SampleRun.AssertSame(table, RoundTrip(table));
                },
                iter: 200
            );

        // Half of a surrogate pair is no text in any encoding.
        static string Valid(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));
    }

    [Fact]
    public void All_shipped_tables_come_back_empty()
    {
        Table[] tables =
        [
            ResultTables.Epochs(),
            ResultTables.Neurons(),
            ResultTables.Events(),
            ResultTables.Weights(),
        ];
        Assert.All(tables, t => SampleRun.AssertSame(t, RoundTrip(t)));
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes_under_any_culture()
    {
        byte[] here = Bytes(Edges());
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Elsewhere.Culture;
            Assert.Equal(here, Bytes(Edges()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    // The bytes of this table as first written; they change with the version of the Parquet library, on purpose.
    [Fact]
    public void The_bytes_are_those_of_every_other_machine()
    {
        Assert.Equal(
            "cee0808eed1a9abf41834cf414b9a264feaeaf7c4947ff9b54f8dfb046b3779c",
            Convert.ToHexStringLower(SHA256.HashData(Bytes(Long(1000))))
        );
    }

    [Fact]
    public void Columns_of_unequal_length_are_refused()
    {
        Table table = new(
            "t",
            "",
            new Column("a", ColumnType.Int64, "", ""),
            new Column("b", ColumnType.Int64, "", "")
        );
        table["a"].Add(1L);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Bytes(table));
        Assert.Equal(
            "Table 't' has 1 rows, but its column 'b' has 0 values. (Parameter 'table')",
            refusal.Message
        );
    }

    [Fact]
    public void Bytes_that_are_no_table_are_refused()
    {
        byte[] whole = Bytes(Edges());
        byte[][] broken =
        [
            [],
            "PAR1"u8.ToArray(),
            new byte[1000],
            whole[..^20],
            whole[100..],
        ];
        Assert.All(
            broken,
            b => Assert.Throws<InvalidDataException>(() => ParquetTable.Read(new MemoryStream(b)))
        );
    }

    private static Table RoundTrip(Table table) => ParquetTable.Read(new MemoryStream(Bytes(table)));

    private static byte[] Bytes(Table table)
    {
        using MemoryStream stream = new();
        ParquetTable.Write(table, stream);
        return stream.ToArray();
    }
}
