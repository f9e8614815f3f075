using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Numerics;

/// <summary>The chain's elementary functions at the values that the specification states (§1.3).</summary>
public sealed class FixedMathTests
{
    [Theory]
    [InlineData(1.0, 11674931200)]
    [InlineData(-1.0, 1580030169)]
    [InlineData(0.5, 7081203935)]
    [InlineData(20.0, 2066907302758576256)]
    [InlineData(-20.0, 8)]
    [InlineData(0.0, 4294967296)]
    public void Exp_safe_gives_the_stated_bits(double x, long bits) =>
        Assert.Equal(bits, FixedMath.ExpSafe(I32F32.FromDouble(x)).Bits);

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public void Math_exp_safe_is_constant_outside_its_limits(int limit)
    {
        I32F32 atLimit = FixedMath.ExpSafe(I32F32.FromInteger((long)limit));
        Assert.Equal(atLimit, FixedMath.ExpSafe(I32F32.FromInteger(limit * 2L)));
        Assert.Equal(atLimit, FixedMath.ExpSafe(limit < 0 ? I32F32.Min : I32F32.Max));
    }

    [Theory]
    [InlineData(2.0, 2977044511)]
    [InlineData(0.5, -2977044511)]
    [InlineData(1.0, 0)]
    [InlineData(0.0, 0)]
    [InlineData(-3.0, 0)]
    public void Safe_ln_gives_the_stated_bits_and_zero_where_it_has_no_value(double x, long bits) =>
        Assert.Equal(bits, FixedMath.SafeLn(I32F32.FromDouble(x)).Bits);

    [Fact]
    public void Ln_of_one_or_two_units_has_no_value_because_its_inverse_overflows()
    {
        Assert.Null(FixedMath.Ln(I32F32.FromBits(1)));
        Assert.Null(FixedMath.Ln(I32F32.FromBits(2)));
        Assert.Equal(-21.08, FixedMath.Ln(I32F32.FromBits(3))!.Value.ToDouble(), 0.01);
    }

    [Fact]
    public void The_wide_functions_are_near_the_true_values()
    {
        Assert.Equal(7.38905609893065, FixedMath.Exp(I64F64.FromInteger(2L))!.Value.ToDouble(), 1e-14);
        Assert.Equal(0.1353352832366127, FixedMath.Exp(I64F64.FromInteger(-2L))!.Value.ToDouble(), 1e-14);
        Assert.Equal(2.302585092994046, FixedMath.Ln(I64F64.FromInteger(10L))!.Value.ToDouble(), 1e-6);
        Assert.Equal(-2.302585092994046, FixedMath.Ln(I64F64.FromDouble(0.1))!.Value.ToDouble(), 1e-6);
        Assert.Null(FixedMath.Exp(I64F64.FromInteger(200L)));
        Assert.Null(FixedMath.Ln(I64F64.Zero));
    }

    [Theory]
    [InlineData(4.0, 2.0)]
    [InlineData(2.0, 1.4142135623730951)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.0, 0.0)]
    [InlineData(1e9, 31622.776601683792)]
    public void Sqrt_is_near_the_true_root(double x, double root) =>
        Assert.Equal(root, FixedMath.Sqrt(I32F32.FromDouble(x))!.Value.ToDouble(), 1e-8);

    // Acceptance case 5: inputs for rho 30, kappa 0.5.
    [Theory]
    [InlineData(long.MinValue, 8)]
    [InlineData(0, 1313)]
    [InlineData(1717986918, 203692573)]
    [InlineData(2147483648, 2147483648)]
    [InlineData(2576980378, 4091274722)]
    [InlineData(4294967296, 4294965983)]
    [InlineData(long.MaxValue, 4294967288)]
    public void Math_sigmoid_safe(long input, long bits) =>
        Assert.Equal(
            bits,
            FixedMath
                .SigmoidSafe(I32F32.FromBits(input), I32F32.FromInteger(30L), I32F32.FromDouble(0.5))
                .Bits
        );

    // Acceptance case 5: rho 40, inputs written as f32 literals, results exact.
    [Theory]
    [InlineData(0.0f, 1.9e-9)]
    [InlineData(0.1f, 1.125e-7)]
    [InlineData(0.2f, 6.1442e-6)]
    [InlineData(0.3f, 3.353502e-4)]
    [InlineData(0.4f, 0.017986214)]
    [InlineData(0.5f, 0.5)]
    [InlineData(0.6f, 0.9820138067)]
    [InlineData(0.7f, 0.9996646498)]
    [InlineData(0.8f, 0.9999938558)]
    [InlineData(0.9f, 0.9999998875)]
    [InlineData(1.0f, 0.9999999981)]
    public void Math_sigmoid_safe_with_a_steeper_slope(float input, double expected) =>
        Assert.Equal(
            I32F32.FromDouble(expected),
            FixedMath.SigmoidSafe(I32F32.FromSingle(input), I32F32.FromInteger(40L), I32F32.FromDouble(0.5))
        );
}
