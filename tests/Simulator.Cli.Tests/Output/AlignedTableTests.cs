using Simulator.Cli.Output;

namespace Simulator.Cli.Tests.Output;

public sealed class AlignedTableTests
{
    [Fact]
    public void Cells_stand_below_each_other_and_numbers_end_below_each_other()
    {
        AlignedTable table = new(1);
        table.Add("group", "last", "unit");
        table.Add("honest", "0.25", "share");
        table.Add("", "12", "");
        table.Add("a short row");
        using StringWriter text = new() { NewLine = "\n" };

        table.WriteTo(text, "| ");

        Assert.Equal(
            """
            | group        last  unit
            | honest       0.25  share
            |                12
            | a short row

            """,
            text.ToString()
        );
    }

    [Fact]
    public void Without_rows_nothing_is_written()
    {
        using StringWriter text = new();

        new AlignedTable().WriteTo(text);

        Assert.Equal("", text.ToString());
    }
}
