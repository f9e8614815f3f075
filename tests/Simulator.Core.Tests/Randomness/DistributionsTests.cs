using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Randomness;

public sealed class DistributionsTests
{
    private const int Draws = 100_000;

    /// <summary>Digests of 100,000 draws: the same with and without AVX, FMA, on x64 and Arm.</summary>
    [Theory]
    [InlineData("normal", "f02f1517b51a1efdadffe8f902d7c51d4b6fc7736d5ddf7eda630bf35a71e3e6")]
    [InlineData("exponential", "7c4eca5debab58851de2b85607dd007ddbd00b95fc0f929e48efc7ce5dc2d707")]
    [InlineData("log-normal", "59c70911c80dabede7af3ef1bba3fc96285ef168f6ede3619d7384018c5ee4b9")]
    [InlineData("single-exp", "b2abe99c64ad5ca04ed98a5c6bb4c9c52a30954e0d30582b3e0f483866db7ab5")]
    public void Its_bits_are_the_same_on_every_machine(string name, string digest)
    {
        Rng rng = new RandomStreams(2026).For(name);
        double[] draws = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            draws[i] = name switch
            {
                "normal" => rng.Normal(),
                "exponential" => rng.Exponential(3),
                "log-normal" => rng.LogNormal(1, 0.5),
                _ => Elementary.Exp((float)(20 * rng.NextDouble() - 15)),
            };
        }
        string found = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(draws.AsSpan())));
        Assert.True(digest == found, $"{name}: {found}");
    }

    [Fact]
    public void Normal_draws_have_the_moments_of_a_normal_distribution()
    {
        Rng rng = new RandomStreams(1).For("moments");
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => rng.Normal())];
        // Deviations of the k-th moment over 100,000 draws: √(1, 2, 15, 96) / 316.
        Assert.InRange(draws.Average(), -0.016, 0.016);
        Assert.InRange(draws.Average(x => x * x), 1 - 0.023, 1 + 0.023);
        Assert.InRange(draws.Average(x => x * x * x), -0.062, 0.062);
        Assert.InRange(draws.Average(x => x * x * x * x), 3 - 0.16, 3 + 0.16);
        // 68.27 % and 99.73 % lie within one and three deviations.
        Assert.InRange(draws.Count(x => Math.Abs(x) < 1), 68_269 - 740, 68_269 + 740);
        Assert.InRange(draws.Count(x => Math.Abs(x) > 3), 270 - 82, 270 + 82);
    }

    [Fact]
    public void Mean_and_deviation_shift_and_scale_the_same_draw()
    {
        double standard = new Rng(5).Normal();
        Assert.Equal(10 + 2 * standard, new Rng(5).Normal(10, 2));
        Assert.Equal(10, new Rng(5).Normal(10, 0));
    }

    [Fact]
    public void Exponential_draws_have_the_moments_and_the_tail_of_an_exponential_distribution()
    {
        Rng rng = new RandomStreams(2).For("moments");
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => rng.Exponential(10))];
        Assert.All(draws, x => Assert.True(x >= 0 && double.IsPositive(x)));
        Assert.InRange(draws.Average(), 10 - 0.16, 10 + 0.16);
        Assert.InRange(draws.Average(x => x * x), 200 - 7.1, 200 + 7.1);
        // One in e³ exceeds three means.
        Assert.InRange(draws.Count(x => x > 30), 4_979 - 345, 4_979 + 345);
    }

    [Fact]
    public void The_logarithm_of_a_log_normal_draw_is_the_normal_draw()
    {
        Rng rng = new RandomStreams(3).For("moments"),
            twin = new RandomStreams(3).For("moments");
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(twin.Normal(2, 0.7), Elementary.Log(rng.LogNormal(2, 0.7)), 1e-14);
        }
    }

    [Fact]
    public void Neighbouring_draws_are_uncorrelated()
    {
        Rng rng = new RandomStreams(4).For("moments");
        double last = rng.Normal(),
            sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            double next = rng.Normal();
            sum += last * next;
            last = next;
        }
        Assert.InRange(sum / Draws, -0.016, 0.016);
    }
}
