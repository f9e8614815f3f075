using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class ChrFTests
{
    // Each worked out by hand from 5PR / (4P + R), P and R averaged over the lengths that both texts have.
    [Theory]
    [InlineData("abc", "abc", 1)]
    // Lengths 1 and 2: P = (1/2 + 0) / 2 = 1/4 and R the same.
    [InlineData("ax", "ab", 0.25)]
    // Only length 1 is in both: P = 1, R = 1/3, so 5/3 / (4 + 1/3) = 5/13.
    [InlineData("a", "abc", 5.0 / 13)]
    // The other way round P = 1/3, R = 1: 5/3 / (4/3 + 1) = 5/7.
    [InlineData("abc", "a", 5.0 / 7)]
    // One 'a' of three is matched: P = 1/3, R = 1.
    [InlineData("aaa", "a", 5.0 / 7)]
    // Lengths 1 to 3: P = R = (2/3 + 1/2 + 0) / 3 = 7/18.
    [InlineData("abx", "aby", 7.0 / 18)]
    [InlineData("a b c", "abc", 1)]
    [InlineData("xyz", "abc", 0)]
    [InlineData("", "abc", 0)]
    [InlineData("abc", " ", 0)]
    public void The_score_is_the_one_worked_out_by_hand(string translation, string reference, double score) =>
        Assert.Equal(score, ChrF.Score(translation, reference), 1e-15);

    [Fact]
    public void Runs_of_seven_characters_no_longer_count() =>
        Assert.Equal(1, ChrF.Score("abcdefabcdef", "abcdefabcdef"));
}
