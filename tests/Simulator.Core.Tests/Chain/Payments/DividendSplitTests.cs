using System.Globalization;
using System.Text.Json;
using Simulator.Core.Chain.Payments;
using Simulator.Core.Numerics;
using Simulator.Core.Tests.Vectors;

namespace Simulator.Core.Tests.Chain.Payments;

public sealed class DividendSplitTests
{
    [Fact]
    public void Pots_are_divided_with_the_bits_of_the_chain()
    {
        int lines = 0;
        foreach ((int line, JsonElement vector) in EconomyVectors.Of(EconomyVectors.Distribution))
        {
            Dictionary<ulong, (ulong Alpha, ulong Root)> stakes = vector
                .GetProperty("stakes_hotkey_alpha_root")
                .EnumerateArray()
                .ToDictionary(row => row[0].GetUInt64(), row => (row[1].GetUInt64(), row[2].GetUInt64()));
            // A hotkey that the stake map does not know is left out of the result.
            (ulong Hotkey, U96F32 Amount)[] dividends =
            [
                .. Amounts(vector, "dividends").Where(dividend => stakes.ContainsKey(dividend.Hotkey)),
            ];

            (U96F32[] alpha, U96F32[] root) = DividendSplit.Of(
                [.. dividends.Select(dividend => dividend.Amount)],
                [.. dividends.Select(dividend => stakes[dividend.Hotkey].Alpha)],
                [.. dividends.Select(dividend => stakes[dividend.Hotkey].Root)],
                Bits(vector.GetProperty("tao_weight")),
                vector.GetProperty("pending_alpha").GetUInt64(),
                vector.GetProperty("pending_root").GetUInt64()
            );

            AssertEqual(line, Amounts(vector, "alpha_dividends"), alpha);
            AssertEqual(line, Amounts(vector, "root_dividends"), root);
            lines++;
        }
        Assert.True(lines > 0);
    }

    private static void AssertEqual(int line, (ulong Hotkey, U96F32 Amount)[] expected, U96F32[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++)
        {
            Assert.True(
                expected[i].Amount == found[i],
                $"line {line}, hotkey {expected[i].Hotkey}: expected {expected[i].Amount.Bits}, found {found[i].Bits}"
            );
        }
    }

    private static (ulong Hotkey, U96F32 Amount)[] Amounts(JsonElement vector, string name) =>
        [.. vector.GetProperty(name).EnumerateArray().Select(row => (row[0].GetUInt64(), Bits(row[1])))];

    private static U96F32 Bits(JsonElement text) =>
        U96F32.FromBits(UInt128.Parse(text.GetString()!, CultureInfo.InvariantCulture));
}
