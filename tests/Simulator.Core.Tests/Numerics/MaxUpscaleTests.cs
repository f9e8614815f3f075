using Simulator.Core.Numerics;

namespace Simulator.Core.Tests.Numerics;

/// <summary>Acceptance cases 1 to 3 (§8.1), under the chain's names.</summary>
public sealed class MaxUpscaleTests
{
    public static TheoryData<float[], ushort[]> Fixed =>
        new()
        {
            { [], [] },
            { [0], [0] },
            { [0, 1], [0, 65535] },
            { [0, 0.000000001f], [0, 65535] },
            { [0, 0.000016f, 1], [0, 1, 65535] },
            {
                [0.000001f, 0.000006f, 0.000007f, 0.0001f, 0.001f, 0.01f, 0.1f, 0.2f, 0.3f, 0.4f],
                [0, 1, 1, 16, 164, 1638, 16384, 32768, 49151, 65535]
            },
            { [16384], [65535] },
            { [32769], [65535] },
            { [0, 0.5f, 1, 1.5f, 2, 32768], [0, 1, 2, 3, 4, 65535] },
            { [0, 0.5f, 1, 1.5f, 2, 32768, 32769], [0, 1, 2, 3, 4, 65533, 65535] },
            { [0, 1, 32768, 32769, float.MaxValue], [0, 0, 1, 1, 65535] },
        };

    public static TheoryData<ushort[], ushort[]> Integers =>
        new()
        {
            { [1], [65535] },
            { [65534], [65535] },
            { [0, 1, 65534], [0, 1, 65535] },
            { [0, 1, 2, 3, 4, 65533, 65535], [0, 1, 2, 3, 4, 65533, 65535] },
        };

    public static TheoryData<ushort[], ushort, bool> Limits =>
        new()
        {
            { [], 0, true },
            { [65535], 65535, true },
            { [65535], 65534, false },
            { [0, 65535, 65535], 32767, false },
            { [0, 65535, 65535], 32768, true },
            { [0, 65535, 65535, 65535], 21844, false },
            { [0, 65535, 65535, 65535], 21845, true },
        };

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Vec_max_upscale_to_u16(float[] values, ushort[] expected) =>
        Assert.Equal(expected, MaxUpscale.ToU16([.. values.Select(I32F32.FromSingle)]));

    [Theory]
    [MemberData(nameof(Integers))]
    public void Vec_u16_max_upscale_to_u16(ushort[] values, ushort[] expected) =>
        Assert.Equal(expected, MaxUpscale.ToU16(values));

    [Theory]
    [MemberData(nameof(Limits))]
    public void Check_vec_max_limited(ushort[] values, ushort limit, bool expected) =>
        Assert.Equal(expected, MaxUpscale.IsWithin(values, limit));

    [Fact]
    public void Integers_are_scaled_as_the_same_numbers_in_fixed_point()
    {
        for (int max = 0; max <= ushort.MaxValue; max++)
        {
            // Whole halves lie near half the largest; the rest is spread out.
            ushort[] values =
            [
                .. Enumerable.Range(0, 12).Select(k => (ushort)((long)max * k / 11)),
                (ushort)((max + 1) / 2),
                (ushort)Math.Max(0, max / 2 - 1),
                (ushort)Math.Max(0, max - 1),
                (ushort)(max * 31L % (max + 1)),
                (ushort)(max & 1),
            ];
            Assert.Equal(
                MaxUpscale.ToU16([.. values.Select(value => I32F32.FromInteger((long)value))]),
                MaxUpscale.ToU16(values)
            );
        }
    }
}
