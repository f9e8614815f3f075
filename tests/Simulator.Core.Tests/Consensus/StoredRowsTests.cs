using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Consensus;

public sealed class StoredRowsTests
{
    [Fact]
    public void An_empty_row_is_not_the_same_as_no_row()
    {
        StoredRows rows = new();
        rows.Set(2, []);
        Assert.Equal((3, false, true), (rows.Height, rows.Contains(0), rows.Contains(2)));
        Assert.True(rows[0].IsEmpty && rows[2].IsEmpty && rows[99].IsEmpty);
        rows.Remove(2);
        rows.Remove(99);
        Assert.False(rows.Contains(2));
    }

    [Fact]
    public void A_row_keeps_its_order_and_its_zeros()
    {
        StoredRows rows = new();
        WeightEntry[] row = [new(9, 0), new(3, 5), new(4, 65_535)];
        rows.Set(1, row);
        row[0] = new(1, 1);
        Assert.Equal([new(9, 0), new(3, 5), new(4, 65_535)], rows[1].ToArray());
        rows.Set(1, [new(7, 7)]);
        Assert.Equal([new(7, 7)], rows[1].ToArray());
    }

    [Fact]
    public void A_column_is_removed_from_every_row_or_set_to_explicit_zeros()
    {
        StoredRows rows = Two();
        rows.SetColumn(4, 0);
        Assert.Equal([new(4, 0), new(1, 2)], rows[0].ToArray());
        Assert.Equal([new(4, 0)], rows[5].ToArray());
        rows.RemoveColumn(4);
        Assert.Equal([new(1, 2)], rows[0].ToArray());
        Assert.True(rows.Contains(5) && rows[5].IsEmpty);
        Assert.False(rows.Contains(3));
    }

    [Fact]
    public void A_copy_has_the_rows_of_the_other_and_no_more()
    {
        StoredRows copy = Two();
        copy.Set(8, [new(1, 1)]);
        StoredRows other = new();
        other.Set(1, [new(2, 3)]);
        copy.CopyFrom(other);
        Assert.Equal([1], Enumerable.Range(0, 10).Where(copy.Contains));
        Assert.Equal([new(2, 3)], copy[1].ToArray());
    }

    private static StoredRows Two()
    {
        StoredRows rows = new();
        rows.Set(0, [new(4, 9), new(1, 2)]);
        rows.Set(5, [new(4, 1)]);
        return rows;
    }
}
