using CsCheck;
using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Tests.Reports.Data;

public sealed class EpochAxisTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(400, 1)]
    [InlineData(401, 2)]
    [InlineData(7300, 19)]
    public void A_long_run_shows_one_epoch_in_so_many(int epochs, int stride) =>
        Assert.Equal(stride, Axis(epochs).Stride);

    [Fact]
    public void The_last_epoch_is_shown_and_every_epoch_has_a_shown_one_that_stands_for_it() =>
        Gen.Int[1, 3000]
            .Sample(epochs =>
            {
                var axis = Axis(epochs);
                Assert.Equal(epochs, axis.Shown[^1]);
                Assert.InRange(axis.Points, 1, EpochAxis.MostPoints);
                for (int epoch = 1; epoch <= epochs; epoch++)
                {
                    Assert.InRange(axis.Shown[axis.PointFor(epoch)] - epoch, 0, axis.Stride - 1);
                }
            });

    [Fact]
    public void A_run_without_epochs_shows_none() => Assert.Equal(0, Axis(0).Points);

    private static EpochAxis Axis(int epochs) => new([.. Enumerable.Range(1, epochs).Select(e => (long)e)]);
}
