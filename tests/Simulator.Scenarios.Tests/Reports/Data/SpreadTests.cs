using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Tests.Reports.Data;

public sealed class SpreadTests
{
    private static readonly Group Ours = new(0, "ours", IsValidator: false);
    private static readonly Group Others = new(1, "others", IsValidator: false);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(10, 1, 10)]
    [InlineData(11, 2, 10)]
    [InlineData(21, 3, 19)]
    public void The_band_leaves_out_a_tenth_at_each_end_of_more_than_ten(int members, double low, double high)
    {
        NeuronRow[] rows =
        [
            Neuron(Others, -5),
            .. Enumerable.Range(1, members).Reverse().Select(i => Neuron(Ours, i)),
        ];
        var spread = Spread.Of([rows], Ours, n => n.Quality);
        Assert.Equal([(members + 1) / 2.0], spread.Mean);
        Assert.Equal([low], spread.Low);
        Assert.Equal([high], spread.High);
    }

    [Fact]
    public void Where_no_member_has_a_value_there_is_none()
    {
        var spread = Spread.Of(
            [
                [],
                [Neuron(Ours, double.NaN), Neuron(Ours, 0.5)],
            ],
            Ours,
            n => n.Quality
        );
        Assert.Equal([double.NaN, 0.5], spread.Mean);
        Assert.True(spread.HasValues);
        Assert.False(
            Spread
                .Of(
                    [
                        [],
                        [],
                    ],
                    Ours,
                    n => n.Quality
                )
                .HasValues
        );
    }

    private static NeuronRow Neuron(Group group, double quality) =>
        new(0, 0, group, "honest", 0, 0, 0, 0, 0, false, quality, default, 0, 0, 0);
}
