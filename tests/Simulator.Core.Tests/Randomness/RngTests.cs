using CsCheck;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Randomness;

public sealed class RngTests
{
    [Fact]
    public void Its_words_are_the_philox_blocks_of_a_counter_from_zero()
    {
        var rng = new Rng(0x299f31d0_a4093822);
        for (uint block = 0; block < 3; block++)
        {
            uint c0 = block,
                c1 = 0,
                c2 = 0,
                c3 = 0;
            Philox.Encrypt(ref c0, ref c1, ref c2, ref c3, 0xa4093822, 0x299f31d0);
            Assert.Equal(
                [c0, c1, c2, c3],
                [rng.NextUInt32(), rng.NextUInt32(), rng.NextUInt32(), rng.NextUInt32()]
            );
        }
    }

    [Fact]
    public void A_long_word_is_two_words_with_the_low_one_first()
    {
        var rng = new Rng(9);
        var twin = new Rng(9);
        _ = rng.NextUInt32();
        _ = twin.NextUInt32();
        for (int i = 0; i < 10; i++)
        {
            ulong low = twin.NextUInt32(),
                high = twin.NextUInt32();
            Assert.Equal(low + (high << 32), rng.NextUInt64());
        }
    }

    [Fact]
    public void Whole_numbers_stay_below_their_bound() =>
        Gen.Select(Gen.ULong, Gen.Int[1, int.MaxValue])
            .Sample(
                (key, max) =>
                {
                    var rng = new Rng(key);
                    for (int i = 0; i < 20; i++)
                    {
                        Assert.InRange(rng.NextInt(max), 0, max - 1);
                    }
                }
            );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Whole_numbers_are_equally_likely(int max)
    {
        const int PerValue = 1000;
        var rng = new Rng((ulong)max);
        int[] hits = new int[max];
        for (int i = 0; i < PerValue * max; i++)
        {
            hits[rng.NextInt(max)]++;
        }
        double chiSquare = hits.Sum(hit => (hit - PerValue) * (double)(hit - PerValue) / PerValue);
        // Chi-square has mean max − 1 and variance 2(max − 1); five deviations and a little for the small ones.
        Assert.InRange(chiSquare, 0, max - 1 + 5 * Math.Sqrt(2.0 * max) + 5);
    }

    [Fact]
    public void A_large_bound_has_no_bias()
    {
        // 2³² words onto 3 · 2²⁹ numbers: without rejection three words would hit the first, three the second and two
        // the third of every three numbers, so that the third would come one time in four.
        const int Max = 3 << 29;
        var rng = new Rng(3);
        int third = Enumerable.Range(0, 100_000).Count(_ => rng.NextInt(Max) % 3 == 2);
        // Binomial (100,000, ⅓): standard deviation 149.
        Assert.InRange(third, 33_333 - 745, 33_333 + 745);
    }

    [Fact]
    public void A_bound_below_one_is_an_error()
    {
        var rng = new Rng(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextInt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextInt(-5));
    }

    [Fact]
    public void Doubles_fill_the_unit_interval_evenly()
    {
        var rng = new Rng(4);
        int[] hits = new int[64];
        for (int i = 0; i < 64_000; i++)
        {
            double x = rng.NextDouble();
            Assert.True(x is >= 0 and < 1);
            Assert.Equal(0, x * (1UL << 53) % 1);
            hits[(int)(x * 64)]++;
        }
        Assert.InRange(
            hits.Sum(hit => (hit - 1000.0) * (hit - 1000.0) / 1000),
            20,
            63 + 5 * Math.Sqrt(2 * 63)
        );
    }

    [Theory]
    [InlineData(0.0, 0, 0)]
    [InlineData(1.0, 10_000, 10_000)]
    [InlineData(0.3, 2_770, 3_230)]
    public void A_bool_is_true_with_its_probability(double probability, int least, int most)
    {
        var rng = new Rng(5);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => rng.NextBool(probability)), least, most);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_outside_its_range_is_an_error(double probability)
    {
        var rng = new Rng(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextBool(probability));
    }

    [Fact]
    public void A_shuffle_keeps_the_items() =>
        Gen.Select(Gen.ULong, Gen.Int.Array)
            .Sample(
                (key, items) =>
                {
                    int[] shuffled = [.. items];
                    new Rng(key).Shuffle<int>(shuffled);
                    Assert.Equal(items.Order(), shuffled.Order());
                }
            );

    [Fact]
    public void Every_order_of_a_shuffle_is_equally_likely()
    {
        var rng = new Rng(6);
        Dictionary<string, int> orders = [];
        for (int i = 0; i < 24_000; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            rng.Shuffle<char>(items);
            string order = new(items);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, orders.Count);
        // Standard deviation of each is 31.
        Assert.All(orders.Values, count => Assert.InRange(count, 1000 - 155, 1000 + 155));
    }

    [Fact]
    public void A_split_stream_shifts_its_parent_by_one_long_word_however_much_it_is_used()
    {
        var parent = new Rng(7);
        var twin = new Rng(7);
        Rng child = parent.Split();
        for (int i = 0; i < 100; i++)
        {
            _ = child.NextUInt32();
        }
        _ = twin.NextUInt64();
        Assert.Equal(twin.NextUInt64(), parent.NextUInt64());
    }
}
