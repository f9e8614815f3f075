using CsCheck;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Randomness;

/// <summary>libm serves as a witness to within two units in the last place; its own bits are nowhere a result.</summary>
public sealed class ElementaryTests
{
#pragma warning disable RS0030 // The witness.
    private static readonly Func<double, double> WitnessExp = Math.Exp;
    private static readonly Func<double, double> WitnessLog = Math.Log;
#pragma warning restore RS0030

    [Fact]
    public void Exp_is_within_two_units_of_the_witness() =>
        Gen.OneOf(Gen.Double[-700, 700], Gen.Double[-1, 1], Gen.Double[-1e-6, 1e-6])
            .Sample(x => Assert.InRange(UnitsApart(WitnessExp(x), Elementary.Exp(x)), 0, 2), iter: 100_000);

    [Fact]
    public void Log_is_within_two_units_of_the_witness() =>
        Gen.OneOf(
                Gen.Double[0.5, 2],
                Gen.Double[0.999, 1.001],
                Gen.Double[1e-300, 1e300],
                Gen.Double[0, 1e-300]
            )
            .Where(x => x > 0)
            .Sample(x => Assert.InRange(UnitsApart(WitnessLog(x), Elementary.Log(x)), 0, 2), iter: 100_000);

    [Fact]
    public void Single_precision_exp_is_the_witness_rounded_to_within_one_unit() =>
        Gen.OneOf(Gen.Single[-87, 88], Gen.Single[-1, 1], Gen.Single[-104, -87])
            .Sample(
                x => Assert.InRange(UnitsApart((float)WitnessExp(x), Elementary.Exp(x)), 0, 1),
                iter: 100_000
            );

    [Fact]
    public void Both_rise_with_their_argument() =>
        Gen.Select(Gen.Double[-700, 700], Gen.Double[1e-14, 1])
            .Sample(
                (x, step) =>
                {
                    double larger = x + step * Math.Max(1, Math.Abs(x));
                    Assert.True(Elementary.Exp(x) <= Elementary.Exp(larger));
                    Assert.True(Elementary.Log(Math.Abs(x)) <= Elementary.Log(Math.Abs(x) * (1 + step)));
                },
                iter: 20_000
            );

    [Fact]
    public void Log_takes_exp_back() =>
        Gen.Double[-700, 700]
            .Sample(x =>
                Assert.Equal(x, Elementary.Log(Elementary.Exp(x)), 1e-15 * Math.Max(1, Math.Abs(x)))
            );

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(710.0, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-745.2, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(-745.0, double.Epsilon)]
    [InlineData(709.782712893384, 1.7976931348622732E+308)]
    public void Exp_has_its_special_values(double x, double expected) =>
        Assert.Equal(expected, Elementary.Exp(x));

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(1f, 2.7182817f)]
    [InlineData(89f, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(-104f, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(float.NaN, float.NaN)]
    public void Single_precision_exp_has_its_special_values(float x, float expected) =>
        Assert.Equal(expected, Elementary.Exp(x));

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(Math.E, 1.0)]
    [InlineData(2.0, 0.6931471805599453)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.Epsilon, -744.4400719213812)]
    public void Log_has_its_special_values(double x, double expected) =>
        Assert.Equal(expected, Elementary.Log(x));

    private static long UnitsApart(double a, double b) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    private static long UnitsApart(float a, float b) =>
        Math.Abs((long)BitConverter.SingleToInt32Bits(a) - BitConverter.SingleToInt32Bits(b));
}
