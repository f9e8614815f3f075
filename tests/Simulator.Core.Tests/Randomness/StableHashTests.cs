using CsCheck;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Randomness;

public sealed class StableHashTests
{
    /// <summary>Our own pins: a changed value changes every result ever published.</summary>
    [Fact]
    public void Its_values_never_change()
    {
        Assert.Equal(16242730742183356629UL, StableHash.Of(0, ""));
        Assert.Equal(6679402142117448868UL, StableHash.Of(1, ""));
        Assert.Equal(15275353933528429012UL, StableHash.Of(1, "answers", 7));
        Assert.Equal(16154504085717868823UL, StableHash.Of(ulong.MaxValue, "miner.training", 3, 2_628_000));
        Assert.Equal(709830985025729924UL, StableHash.Of(1, "größer als acht Zeichen: ελλη", 1, 2, 3));
    }

    [Fact]
    public void Every_part_of_the_name_counts()
    {
        ulong[] hashes =
        [
            StableHash.Of(1, "answers", 1, 2),
            StableHash.Of(2, "answers", 1, 2),
            StableHash.Of(1, "answerz", 1, 2),
            StableHash.Of(1, "Answers", 1, 2),
            StableHash.Of(1, "answers", 2, 1),
            StableHash.Of(1, "answers", 1),
            StableHash.Of(1, "answers", 1, 0),
            StableHash.Of(1, "answers", 1, 0, 0),
            StableHash.Of(1, "answers"),
            StableHash.Of(1, "answers", 0),
            StableHash.Of(1, "answers\0", 0),
            StableHash.Of(1, ""),
            StableHash.Of(1, "", 0),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Flipping_any_bit_of_an_entity_flips_about_half_of_the_hash() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 63])
            .Array[256]
            .Sample(
                cases =>
                {
                    double flipped = cases.Average(c =>
                        (double)
                            ulong.PopCount(
                                StableHash.Of(5, "avalanche", c.Item1)
                                    ^ StableHash.Of(5, "avalanche", c.Item1 ^ (1UL << c.Item2))
                            )
                    );
                    // Mean of 256 binomials (64, ½): standard deviation 0.25.
                    Assert.InRange(flipped, 32 - 2, 32 + 2);
                },
                iter: 20
            );

    [Fact]
    public void Neighbouring_names_never_collide()
    {
        HashSet<ulong> seen = [];
        for (ulong seed = 0; seed < 8; seed++)
        {
            foreach (string purpose in new[] { "a", "b", "miner.training", "validator.questions" })
            {
                for (ulong entity = 0; entity < 4096; entity++)
                {
                    Assert.True(seen.Add(StableHash.Of(seed, purpose, entity)));
                }
            }
        }
    }
}
