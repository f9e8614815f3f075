using System.Globalization;
using System.Text.Json;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Registrations;
using Simulator.Core.Numerics;
using Simulator.Core.Tests.Vectors;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Registrations;

public sealed class BurnPriceTests
{
    [Fact]
    public void The_decay_of_one_block_has_the_bits_of_the_chain()
    {
        int lines = 0;
        foreach ((int line, JsonElement vector) in EconomyVectors.Of(EconomyVectors.DecayFactor))
        {
            ulong factor = BurnPrice.DecayFactor(new(vector.GetProperty("half_life").GetUInt64()));
            Tao decayed = BurnPrice.Decayed(new(vector.GetProperty("value").GetUInt64()), factor);

            Assert.True(vector.GetProperty("factor_q32").GetUInt64() == factor, $"line {line}: {factor}");
            Assert.True(
                vector.GetProperty("value_times_factor").GetUInt64() == decayed.Rao,
                $"line {line}: {decayed}"
            );
            lines++;
        }
        Assert.True(lines > 0);
    }

    [Fact]
    public void A_price_follows_the_chain_through_blocks_and_registrations()
    {
        int lines = 0;
        foreach ((int line, JsonElement vector) in EconomyVectors.Of(EconomyVectors.BurnSequences))
        {
            AssertFollows(line, vector);
            lines++;
        }
        Assert.True(lines > 0);
    }

    // Spec §5.2.
    [Theory]
    [InlineData(1, 2147483648)]
    [InlineData(2, 3037000500)]
    [InlineData(360, 4286705684)]
    [InlineData(36100, 4294884830)]
    public void The_factor_is_the_one_of_the_specification(ulong halfLife, ulong factor) =>
        Assert.Equal(factor, BurnPrice.DecayFactor(new(halfLife)));

    private static void AssertFollows(int line, JsonElement vector)
    {
        // State is set directly: the vectors use bounds that even root could not set.
        Subnet subnet = new(
            new(1),
            new()
            {
                Burn = new(vector.GetProperty("burn").GetUInt64()),
                MinBurn = new(vector.GetProperty("min").GetUInt64()),
                MaxBurn = new(vector.GetProperty("max").GetUInt64()),
                BurnHalfLife = new(vector.GetProperty("half_life").GetUInt64()),
                BurnIncreaseMult = U64F64.FromBits(
                    UInt128.Parse(vector.GetProperty("mult").GetString()!, CultureInfo.InvariantCulture)
                ),
            },
            default,
            null,
            default
        );
        foreach (JsonElement row in vector.GetProperty("blocks").EnumerateArray())
        {
            subnet.DecayBurn(new(row[0].GetUInt64()));
            Assert.True(row[1].GetUInt64() == subnet.Burn.Rao, $"line {line}, block {row[0]}: {subnet.Burn}");
            foreach (JsonElement bumped in row[2].EnumerateArray())
            {
                subnet.BumpBurn();
                Assert.True(bumped.GetUInt64() == subnet.Burn.Rao, $"line {line}, block {row[0]}: bump");
            }
        }
    }
}
