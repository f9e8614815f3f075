using Simulator.Core.Numerics.Reals;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Numerics.Reals;

/// <summary>The functions of all numbers against those of doubles.</summary>
public sealed class RealMathTests
{
    private const int Samples = 200_000;

    [Fact]
    public void Exponentials_have_the_bits_of_the_elementary_one()
    {
        Rng rng = new RandomStreams(1).For("exp");
        for (int k = 0; k < Samples; k++)
        {
            double x = k switch
            {
                0 => 0,
                1 => RealMath.SmallestExponent,
                _ => -rng.NextDouble() * (k % 2 == 0 ? 2 : -RealMath.SmallestExponent),
            };
            Assert.Equal(Elementary.Exp(x), RealMath.ExpOfNegative<Real, Word>(new(x)).Value);
        }
    }

    [Fact]
    public void Logarithms_have_the_bits_of_the_elementary_one()
    {
        Rng rng = new RandomStreams(1).For("log");
        for (int k = 0; k < Samples; k++)
        {
            double x = k % 2 == 0 ? 1 - rng.NextDouble() : Elementary.Exp(rng.NextDouble() * 1400 - 700);
            Assert.Equal(Elementary.Log(x), RealMath.Log<Real, Word>(new(x)).Value);
        }
    }

    [Fact]
    public void Draws_of_a_column_begin_with_the_words_of_its_row_s_stream()
    {
        const ulong Key = 0x0123_4567_89AB_CDEF;
        Rng stream = new(Key);
        for (uint column = 0; column < 100; column++)
        {
            PhiloxWords<Word> words = NormalDraw.Words<Word>(new(column), new(0), Key);
            Assert.Equal(stream.NextUInt64(), words.C0.Bits | (words.C1.Bits << 32));
            Assert.Equal(stream.NextUInt64(), words.C2.Bits | (words.C3.Bits << 32));
        }
    }

    [Fact]
    public void Draws_are_standard_normal()
    {
        double sum = 0;
        double squares = 0;
        for (uint column = 0; column < Samples; column++)
        {
            double x = NormalDraw.Of<Real, Word>(7, new Word(column)).Value;
            sum += x;
            squares += x * x;
        }
        // Five standard errors: 1/√n of the mean, √(2/n) of the variance.
        Assert.InRange(sum / Samples, -0.0112, 0.0112);
        Assert.InRange(squares / Samples, 0.9842, 1.0158);
    }
}
