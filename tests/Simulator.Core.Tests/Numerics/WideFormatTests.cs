using System.Numerics;
using CsCheck;
using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Numerics;

/// <summary>The 128-bit formats against whole numbers of any length.</summary>
public sealed class WideFormatTests
{
    // Operands of every length, so that products and quotients fall on both sides of every limit.
    private static readonly Gen<UInt128> Magnitudes = Gen.Select(
        Gen.ULong,
        Gen.ULong,
        Gen.Int[0, 127],
        (high, low, drop) => new UInt128(high, low) >> drop
    );

    private static readonly Gen<Int128> Numbers = Gen.Select(
        Magnitudes,
        Gen.Bool,
        (size, negative) => unchecked(negative ? -(Int128)size : (Int128)size)
    );

    [Fact]
    public void Unsigned_products_and_quotients_are_floored_and_reported_when_they_do_not_fit() =>
        Gen.Select(Magnitudes, Magnitudes)
            .Sample(
                (a, b) =>
                {
                    BigInteger x = a,
                        y = b;
                    Assert.Equal(
                        Unsigned(x * y >> 64),
                        U64F64.FromBits(a).CheckedMul(U64F64.FromBits(b))?.Bits
                    );
                    Assert.Equal(
                        Unsigned(x * y >> 32),
                        U96F32.FromBits(a).CheckedMul(U96F32.FromBits(b))?.Bits
                    );
                    Assert.Equal(
                        b == 0 ? null : Unsigned((x << 64) / y),
                        U64F64.FromBits(a).CheckedDiv(U64F64.FromBits(b))?.Bits
                    );
                    Assert.Equal(
                        b == 0 ? null : Unsigned((x << 32) / y),
                        U96F32.FromBits(a).CheckedDiv(U96F32.FromBits(b))?.Bits
                    );
                },
                iter: 20_000
            );

    [Fact]
    public void Signed_products_are_floored_and_quotients_cut_toward_zero() =>
        Gen.Select(Numbers, Numbers)
            .Sample(
                (a, b) =>
                {
                    BigInteger x = a,
                        y = b;
                    Assert.Equal(
                        Signed(x * y >> 64),
                        I64F64.FromBits(a).CheckedMul(I64F64.FromBits(b))?.Bits
                    );
                    Assert.Equal(
                        Signed(x * y >> 32),
                        I96F32.FromBits(a).CheckedMul(I96F32.FromBits(b))?.Bits
                    );
                    Assert.Equal(
                        b == 0 ? null : Signed((x << 64) / y),
                        I64F64.FromBits(a).CheckedDiv(I64F64.FromBits(b))?.Bits
                    );
                    Assert.Equal(
                        b == 0 ? null : Signed((x << 32) / y),
                        I96F32.FromBits(a).CheckedDiv(I96F32.FromBits(b))?.Bits
                    );
                },
                iter: 20_000
            );

    [Fact]
    public void Sums_and_differences_clamp_at_the_ends()
    {
        Gen.Select(Numbers, Numbers)
            .Sample(
                (a, b) =>
                {
                    I64F64 x = I64F64.FromBits(a),
                        y = I64F64.FromBits(b);
                    Assert.Equal(Clamped((BigInteger)a + b), x.SaturatingAdd(y).Bits);
                    Assert.Equal(Clamped((BigInteger)a - b), x.SaturatingSub(y).Bits);
                },
                iter: 20_000
            );
        Assert.Equal(U64F64.Max, U64F64.Max.SaturatingAdd(U64F64.One));
        Assert.Equal(U96F32.Zero, U96F32.One.SaturatingSub(U96F32.Max));
    }

    [Theory]
    [InlineData(1.26, "23242897532874035200")]
    [InlineData(0.5, "9223372036854775808")]
    [InlineData(-1.0, "0")]
    [InlineData(1.8446744073709552e19, "340282366920938463463374607431768211455")]
    [InlineData(1.2e19, "221360928884514619392000000000000000000")]
    public void A_double_becomes_the_nearest_unsigned_number(double value, string bits) =>
        Assert.Equal(
            UInt128.Parse(bits, System.Globalization.CultureInfo.InvariantCulture),
            U64F64.FromDouble(value).Bits
        );

    [Fact]
    public void Conversions_floor_dropped_bits_and_clamp_the_range()
    {
        Assert.Equal(-2, I64F64.FromBits(-(Int128)(1L << 33)).ToI32F32().Bits);
        Assert.Equal(-3, I64F64.FromBits(-(Int128)(1L << 33) - 1).ToI32F32().Bits);
        Assert.Equal(I32F32.Max, I96F32.FromInteger(long.MaxValue).ToI32F32());
        Assert.Equal(U64F64.Zero, I96F32.FromInteger(-1L).ToU64F64());
        Assert.Equal(U64F64.Max, U96F32.Max.ToU64F64());
        Assert.Equal(I64F64.Max, U64F64.Max.ToI64F64());
        Assert.Equal(U64F64.One, I32F32.One.ToU64F64());
        Assert.Equal(ulong.MaxValue, U96F32.Max.ToUInt64());
        Assert.Equal(I64F64.Max, I64F64.FromInteger(ulong.MaxValue));
    }

    private static UInt128? Unsigned(BigInteger bits) => bits >> 128 == 0 ? (UInt128)bits : null;

    private static Int128? Signed(BigInteger bits) =>
        bits >= (BigInteger)Int128.MinValue && bits <= (BigInteger)Int128.MaxValue ? (Int128)bits : null;

    private static Int128 Clamped(BigInteger bits) =>
        (Int128)BigInteger.Max(Int128.MinValue, BigInteger.Min(Int128.MaxValue, bits));
}
