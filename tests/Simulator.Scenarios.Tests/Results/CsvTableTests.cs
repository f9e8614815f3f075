using System.Globalization;
using System.Text;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>The exact text of tables as CSV.</summary>
public sealed class CsvTableTests
{
    private static Table Sample()
    {
        Table table = new(
            "sample",
            "",
            new Column("whole", ColumnType.Int64, "", ""),
            new Column("amount", ColumnType.UInt64, "", ""),
            new Column("small", ColumnType.Int32, "", ""),
            new Column("number", ColumnType.Double, "", ""),
            new Column("flag", ColumnType.Bool, "", ""),
            new Column("text", ColumnType.Text, "", "")
        );
        Add(-1, ulong.MaxValue, int.MinValue, 0.1, true, "plain");
        Add(0, 0, 0, double.NaN, false, "");
        Add(long.MaxValue, 1, 5, double.PositiveInfinity, true, "a,b");
        Add(1, 1, 1, double.NegativeInfinity, true, "say \"τ\"");
        Add(1, 1, 1, 1e21, true, "two\nlines");
        Add(1, 1, 1, -0.0, true, "=SUM(A1)");
        Add(1, 1, 1, 1.0 / 3, true, " space ");
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

    private const string Text =
        "whole,amount,small,number,flag,text\n"
        + "-1,18446744073709551615,-2147483648,0.1,true,plain\n"
        + "0,0,0,,false,\n"
        + "9223372036854775807,1,5,Infinity,true,\"a,b\"\n"
        + "1,1,1,-Infinity,true,\"say \"\"τ\"\"\"\n"
        + "1,1,1,1E+21,true,\"two\nlines\"\n"
        + "1,1,1,-0,true,=SUM(A1)\n"
        + "1,1,1,0.3333333333333333,true, space \n";

    [Fact]
    public void The_text_is_exactly_this() => Assert.Equal(Text, Written(Sample()));

    [Fact]
    public void The_text_is_the_same_under_another_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Elsewhere.Culture;
            Assert.Equal(Text, Written(Sample()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void An_empty_table_is_its_header()
    {
        Assert.Equal(
            "epoch,netuid,mechid,validator,miner,weight_u16,bond_u16\n",
            Written(ResultTables.Weights())
        );
    }

    private static string Written(Table table)
    {
        using MemoryStream stream = new();
        CsvTable.Write(table, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
