using Simulator.Core.Metrics;

namespace Simulator.Core.Tests.Metrics;

public sealed class TableTests
{
    private readonly Table _table = new(
        "pay",
        "One row per miner.",
        new Column("uid", ColumnType.Int64, "", "Slot."),
        new Column("emission", ColumnType.UInt64, "rao-alpha", "What it got.")
    );

    [Fact]
    public void A_column_grows_with_its_values()
    {
        for (long uid = 0; uid < 200; uid++)
        {
            _table["uid"].Add(uid);
        }
        Assert.Equal(200, _table.Rows);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), _table["uid"].Values<long>().ToArray());
    }

    [Fact]
    public void A_column_is_read_and_written_as_it_is_stored_even_where_the_runtime_would_let_it_pass()
    {
        const string Message = "Column 'emission' is stored as UInt64, not as Int64.";
        Assert.Equal(Message, Assert.Throws<InvalidCastException>(() => _table["emission"].Add(-1L)).Message);
        Assert.Equal(
            Message,
            Assert.Throws<InvalidCastException>(() => _table["emission"].Values<long>().Length).Message
        );
        Assert.Equal(0, _table["emission"].Count);
    }

    [Fact]
    public void A_column_that_is_not_there_is_answered_by_those_there_are()
    {
        var e = Assert.Throws<ArgumentException>(() => _table["emision"]);
        Assert.Equal(
            "Table 'pay' has no column 'emision'; it has uid, emission. (Parameter 'column')",
            e.Message
        );
    }
}
