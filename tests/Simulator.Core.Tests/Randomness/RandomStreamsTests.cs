using CsCheck;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Randomness;

public sealed class RandomStreamsTests
{
    [Fact]
    public void Adding_an_entity_or_drawing_more_never_shifts_anothers_draws() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 255].Array[0, 30])
            .Sample(
                (seed, others) =>
                {
                    var alone = new RandomStreams(seed);
                    var crowd = new RandomStreams(seed);
                    Rng expected = alone.For("miner.training", 300);
                    Rng found = crowd.For("miner.training", 300);
                    foreach (int other in others)
                    {
                        Rng neighbour = crowd.For("miner.training", (ulong)other);
                        _ = neighbour.NextUInt64();
                        Assert.Equal(expected.NextUInt64(), found.NextUInt64());
                    }
                    Assert.Equal(expected.Normal(), found.Normal());
                }
            );

    [Fact]
    public void The_same_name_gives_the_same_numbers_from_the_start()
    {
        var streams = new RandomStreams(1);
        Rng first = streams.For("questions", 2, 3);
        ulong start = first.NextUInt64();
        Assert.Equal(start, streams.For("questions", 2, 3).NextUInt64());
        Assert.NotEqual(start, first.NextUInt64());
    }

    [Fact]
    public void Other_names_seeds_entities_and_parts_give_other_numbers()
    {
        ulong[] starts =
        [
            new RandomStreams(1).For("questions").NextUInt64(),
            new RandomStreams(2).For("questions").NextUInt64(),
            new RandomStreams(1).For("delays").NextUInt64(),
            new RandomStreams(1).For("questions", 1).NextUInt64(),
            new RandomStreams(1).For("questions", 1, 0).NextUInt64(),
            new RandomStreams(1).For("questions", 1, 1).NextUInt64(),
            new RandomStreams(1).For("questions", 0, 1).NextUInt64(),
        ];
        Assert.Equal(starts.Length, starts.Distinct().Count());
    }

    [Fact]
    public void Streams_of_neighbouring_entities_are_uncorrelated()
    {
        var streams = new RandomStreams(11);
        Rng a = streams.For("noise", 1),
            b = streams.For("noise", 2);
        double sum = 0;
        for (int i = 0; i < 100_000; i++)
        {
            sum += (a.NextDouble() - 0.5) * (b.NextDouble() - 0.5);
        }
        // Each product has deviation 1/12, the mean of 100,000 a deviation of 0.00026.
        Assert.InRange(sum / 100_000, -0.0013, 0.0013);
    }

    [Fact]
    public void It_tells_its_seed() => Assert.Equal(42UL, new RandomStreams(42).Seed);
}
