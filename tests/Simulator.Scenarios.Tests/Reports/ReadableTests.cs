using Simulator.Scenarios.Reports;

namespace Simulator.Scenarios.Tests.Reports;

public sealed class ReadableTests
{
    [Fact]
    public void Numbers_read_as_people_write_them()
    {
        Assert.Equal("14,400", Readable.Count(14400));
        Assert.Equal("1 epoch", Readable.Count(1, "epoch"));
        Assert.Equal("1,200 epochs", Readable.Count(1200, "epoch"));
        Assert.Equal("3.14%", Readable.Percent(0.0314159));
        Assert.Equal("62%", Readable.WholePercent(0.618));
        Assert.Equal("10,279.51", Readable.Units(10_279_510_000_000));
        Assert.Equal("7.517", Readable.Short(7.5172));
    }

    [Fact]
    public void A_value_that_is_not_there_is_a_dash() =>
        Assert.Equal(
            ["–", "–", "–", "–"],
            [
                Readable.Percent(double.NaN),
                Readable.WholePercent(double.NaN),
                Readable.Decimal(double.NaN),
                Readable.Short(double.NaN),
            ]
        );
}
