using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Randomness;

public sealed class PhiloxTests
{
    /// <summary>Source: Random123 1.14, tests/kat_vectors, lines "philox4x32 10".</summary>
    [Theory]
    [InlineData(
        "00000000 00000000 00000000 00000000",
        "00000000 00000000",
        "6627e8d5 e169c58d bc57ac4c 9b00dbd8"
    )]
    [InlineData(
        "ffffffff ffffffff ffffffff ffffffff",
        "ffffffff ffffffff",
        "408f276d 41c83b0e a20bc7c6 6d5451fd"
    )]
    [InlineData(
        "243f6a88 85a308d3 13198a2e 03707344",
        "a4093822 299f31d0",
        "d16cfe09 94fdcceb 5001e420 24126ea1"
    )]
    public void Encrypt_gives_the_known_answers(string counter, string key, string answer)
    {
        uint[] c = Words(counter),
            k = Words(key);
        Philox.Encrypt(ref c[0], ref c[1], ref c[2], ref c[3], k[0], k[1]);
        Assert.Equal(Words(answer), c);
    }

    private static uint[] Words(string hex) => [.. hex.Split(' ').Select(word => Convert.ToUInt32(word, 16))];
}
