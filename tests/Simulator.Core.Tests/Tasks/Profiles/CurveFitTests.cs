using Simulator.Core.Tasks.Profiles;

namespace Simulator.Core.Tests.Tasks.Profiles;

public sealed class CurveFitTests
{
    [Theory]
    [InlineData(0.1, 0.8, 5e6, 0.5)]
    [InlineData(0.1, 0.8, 1e8, 1.7)]
    [InlineData(0, 1, 3e5, 0.21)]
    [InlineData(0.7, 0.4, 2e7, 1)] // harmed by its training
    public void Points_of_a_curve_give_that_curve(double first, double best, double scale, double power)
    {
        LearningCurve truth = new(first, best, scale, power);
        FittedCurve fit = CurveFit.Of(Points(truth, 40, 4e6));

        // A thirtieth of what measuring with 1,000 questions leaves uncertain.
        Assert.InRange(fit.Residual, 0, 5e-4);
        // Between the points and beyond: half as much training again.
        for (double x = 0; x <= 2.4e8; x += 1e6)
        {
            Assert.Equal(truth.At(x), fit.Curve.At(x), 0.01);
        }
    }

    [Fact]
    public void Parameters_on_the_grid_come_back()
    {
        // The scale is a quarter of the largest number of operations.
        LearningCurve truth = new(0.1, 0.9, 4e7, 1);
        LearningCurve fit = CurveFit.Of(Points(truth, 40, 4e6)).Curve;

        Assert.Equal(truth.First, fit.First, 1e-6);
        Assert.Equal(truth.Best, fit.Best, 1e-6);
        Assert.Equal(1, fit.Scale / truth.Scale, 1e-5);
        Assert.Equal(truth.Power, fit.Power, 1e-6);
    }

    [Fact]
    public void What_learned_all_at_once_jumps_with_its_first_step()
    {
        CurvePoint[] points =
        [
            new(0, 0.1),
            .. Enumerable.Range(1, 20).Select(i => new CurvePoint(i * 1e6, 0.75)),
        ];
        FittedCurve fit = CurveFit.Of(points);

        Assert.InRange(fit.Residual, 0, 0.001);
        Assert.Equal(0.1, fit.Curve.At(0), 0.001);
        Assert.Equal(0.75, fit.Curve.At(3e6), 0.001);
    }

    [Fact]
    public void Noise_around_a_curve_is_left_as_the_residual()
    {
        LearningCurve truth = new(0.1, 0.8, 1e7, 0.7);
        CurvePoint[] points =
        [
            .. Points(truth, 100, 4e6)
                .Select(
                    (p, i) => p with { Quality = Math.Clamp(p.Quality + (i % 2 == 0 ? 0.02 : -0.02), 0, 1) }
                ),
        ];
        FittedCurve fit = CurveFit.Of(points);

        Assert.InRange(fit.Residual, 0.015, 0.0201);
        Assert.Equal(truth.At(2e8), fit.Curve.At(2e8), 0.01);
    }

    [Fact]
    public void A_curve_stays_between_its_ends_and_these_in_0_to_1()
    {
        // A straight line to 1: the unbounded fit would aim far above it.
        CurvePoint[] line = [.. Enumerable.Range(0, 11).Select(i => new CurvePoint(i * 1e6, i / 10.0))];
        LearningCurve curve = CurveFit.Of(line).Curve;

        Assert.InRange(curve.First, 0, 0.2);
        Assert.InRange(curve.Best, 0.9, 1);
        Assert.InRange(curve.At(1e12), 0.9, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5e6)]
    public void A_model_that_was_seen_in_one_state_only_stays_in_it(double operations)
    {
        FittedCurve fit = CurveFit.Of([new(operations, 0.4), new(operations, 0.6)]);

        Assert.Equal(0.1, fit.Residual, 1e-12);
        // What a file of curves may hold.
        Assert.InRange(fit.Curve.Scale, 1e-7, 1e21);
        foreach (double x in new[] { 0, 1e6, 1e12 })
        {
            Assert.Equal(0.5, fit.Curve.At(x), 1e-12);
        }
    }

    [Fact]
    public void The_order_of_the_points_changes_nothing_that_counts()
    {
        CurvePoint[] points = Points(new(0.2, 0.7, 2e7, 0.9), 30, 3e6);
        LearningCurve forward = CurveFit.Of(points).Curve;
        Array.Reverse(points);

        Assert.Equal(forward.At(5e7), CurveFit.Of(points).Curve.At(5e7), 1e-6);
    }

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(double.PositiveInfinity, 0.5)]
    [InlineData(1, 1.1)]
    [InlineData(1, double.NaN)]
    public void A_point_that_is_none_is_refused(double operations, double quality) =>
        Assert.Throws<ArgumentException>(() => CurveFit.Of([new(operations, quality)]));

    [Fact]
    public void Without_points_there_is_no_curve() => Assert.Throws<ArgumentException>(() => CurveFit.Of([]));

    private static CurvePoint[] Points(LearningCurve curve, int tempos, double operations) =>
        [
            .. Enumerable
                .Range(0, tempos + 1)
                .Select(i => new CurvePoint(i * operations, curve.At(i * operations))),
        ];
}
