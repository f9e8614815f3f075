using System.Runtime.InteropServices;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;
using Lanes = System.Runtime.Intrinsics.Vector256<float>;

namespace Simulator.Core.Tests.Tasks.TextCompletion;

public sealed class PredictionTests
{
    public static TheoryData<string> Kinds => TextKind.All;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Probabilities_are_positive_and_sum_to_one_before_and_after_training(string kind)
    {
        IModel model = TextKind.Make(kind, TextKind.Austen(noise: 0.1));
        for (int tempo = 0; tempo < 3; tempo++)
        {
            foreach (IQuestion question in NovelCompletion.Austen.HeldOut.Take(50))
            {
                ReadOnlySpan<byte> text = ((TextQuestion)question).Text;
                for (int length = 0; length < text.Length; length++)
                {
                    float[] stated = Predict((IPredictor)model, text[..length]);
                    Assert.Equal(0, stated[Alphabet.Size]);
                    Assert.All(stated[..Alphabet.Size], p => Assert.InRange(p, 1e-12, 1));
                    Assert.Equal(1, stated.Sum(), 1e-4);
                }
            }
            model.Train(3_000_000);
        }
    }

    // Witten and Bell by hand: "aab" counts a twice and b once anywhere, a and b once each after a.
    [Fact]
    public void Pairs_blend_by_the_rule_of_witten_and_bell()
    {
        var counts = new PairCounts();
        byte[] text = [1, 1, 2];
        for (int place = 0; place < text.Length; place++)
        {
            counts.Add(text.AsSpan(0, place), text[place]);
        }
        double anywhere(int count) => (count + 2 / 39.0) / (3 + 2);
        double[] expected =
        [
            (0 + 2 * anywhere(0)) / (2 + 2),
            (1 + 2 * anywhere(2)) / (2 + 2),
            (1 + 2 * anywhere(1)) / (2 + 2),
        ];
        Span<Lanes> stated = stackalloc Lanes[Examination.Vectors];
        counts.Predict([2, 1], stated);
        for (int code = 0; code < expected.Length; code++)
        {
            Assert.Equal(expected[code], MemoryMarshal.Cast<Lanes, float>(stated)[code], 1e-6);
        }
    }

    // A table of one row: "x" owns it after one count; "y" must wear it down before it takes it over.
    [Fact]
    public void A_context_of_another_tag_is_not_mistaken_for_the_one_that_owns_the_row()
    {
        var table = new NgramTable(NgramTable.RowLength);
        (ulong x, ulong y) = (NgramTable.Extend(0, 1), NgramTable.Extend(0, 2));
        Span<Lanes> probabilities = stackalloc Lanes[Examination.Vectors];
        Assert.Equal(NgramTable.RowLength, table.Bytes);
        Assert.False(table.Add(x, 5));
        Assert.True(table.Add(x, 5));
        Assert.True(table.Add(x, 6));
        Assert.False(table.Blend(y, probabilities));
        Assert.True(table.Blend(x, probabilities));
        Assert.Equal(2 / 5f, MemoryMarshal.Cast<Lanes, float>(probabilities)[5], 1e-6f);
        Assert.Equal(1 / 5f, MemoryMarshal.Cast<Lanes, float>(probabilities)[6], 1e-6f);

        Assert.False(table.Add(y, 7));
        Assert.False(table.Add(y, 7));
        Assert.True(table.Blend(x, probabilities));
        Assert.False(table.Add(y, 7));
        Assert.False(table.Blend(x, probabilities));
        Assert.True(table.Blend(y, probabilities));
    }

    [Theory]
    [InlineData(31, 32)]
    [InlineData(64, 64)]
    [InlineData(100, 64)]
    [InlineData(1_000_000, 524_288)]
    public void A_table_has_the_greatest_power_of_two_of_rows_that_fits(long memory, long bytes) =>
        Assert.Equal(bytes, new NgramTable(memory).Bytes);

    [Fact]
    public void A_table_takes_its_memory_when_it_first_counts()
    {
        Span<Lanes> probabilities = stackalloc Lanes[Examination.Vectors];
        ulong context = NgramTable.Extend(0, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        NgramTable table = new(1 << 20);
        Assert.False(table.Blend(context, probabilities));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
        table.Add(context, 5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1 << 20, (1 << 20) + 1_000);
        Assert.True(table.Blend(context, probabilities));

        // Neither an empty table nor its copy knows what another one counted.
        NgramTable empty = new(1 << 20),
            copy = new(empty);
        copy.Add(context, 6);
        Assert.False(empty.Blend(context, probabilities));
        Assert.True(copy.Blend(context, probabilities));
        Assert.True(new NgramTable(copy).Blend(context, probabilities));
    }

    [Fact]
    public void Eight_exponentials_lie_close_to_the_exact_ones()
    {
        for (int i = 0; i < 2_000; i++)
        {
            float x = -i * 0.0435f;
            double exact = Elementary.Exp((double)x);
            Assert.Equal(
                1,
                LaneExponential.Exp(System.Runtime.Intrinsics.Vector256.Create(x))[i % 8] / exact,
                3e-7
            );
        }
        Lanes least = LaneExponential.Exp(System.Runtime.Intrinsics.Vector256.Create(float.NegativeInfinity));
        Assert.InRange(least[0], 1e-38f, 2e-38f);
    }

    // The slope of the loss by a small change to either side, beside what the layer says it is.
    [Fact]
    public void The_errors_of_the_last_layer_are_the_slopes_of_the_loss()
    {
        const int right = 7;
        const float step = 1e-2f;
        var layer = new CharacterLayer(3, new Rng(1));
        float[] units = [0.5f, -0.25f, 1];
        Lanes[] errors = new Lanes[Examination.Vectors];
        layer.Read(units, errors);
        MemoryMarshal.Cast<Lanes, float>(errors.AsSpan())[right] -= 1;
        float[] unitErrors = new float[3];
        layer.PassBack(errors, unitErrors);
        for (int unit = 0; unit < units.Length; unit++)
        {
            float[] units2 = [.. units];
            Assert.Equal(SlopeBy(units2.AsSpan(unit, 1), units2), unitErrors[unit], 1e-3);
            foreach (int code in new[] { 0, right, 38 })
            {
                double slope = SlopeBy(layer.Weights.Slice(unit * 40 + code, 1), units);
                Assert.Equal(slope, units[unit] * MemoryMarshal.Cast<Lanes, float>(errors)[code], 1e-3);
            }
        }

        double SlopeBy(Span<float> number, float[] at)
        {
            number[0] += step;
            double above = Loss(at);
            number[0] -= 2 * step;
            double below = Loss(at);
            number[0] += step;
            return (above - below) / (2 * step);
        }

        double Loss(float[] at)
        {
            Lanes[] stated = new Lanes[Examination.Vectors];
            layer.Read(at, stated);
            return -Elementary.Log((double)MemoryMarshal.Cast<Lanes, float>(stated)[right]);
        }
    }

    private static float[] Predict(IPredictor predictor, ReadOnlySpan<byte> history)
    {
        Lanes[] lanes = new Lanes[Examination.Vectors];
        predictor.Predict(history, lanes);
        return MemoryMarshal.Cast<Lanes, float>(lanes).ToArray();
    }
}
