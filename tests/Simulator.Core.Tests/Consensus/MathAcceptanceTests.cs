using CsCheck;
using Simulator.Core.Consensus;
using Simulator.Core.Numerics;
using Simulator.Core.Tests.Vectors;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Acceptance cases 6 to 11 (§8.1) under the chain's names; constants are f32 literals, as in its tests.</summary>
public sealed class MathAcceptanceTests
{
    [Theory]
    [InlineData(5, new float[] { 9, 0, 8, 1, 7, 2, 6, 3, 5, 4 }, "TFTFTFTFTF")]
    [InlineData(5, new float[] { 0, 1, 2, 3, 4, 5, 5, 5, 5, 6 }, "FFFFFTTTTT")]
    [InlineData(0, new float[] { 0, 1, 2, 3, 4, 5, 5, 5, 5, 6 }, "FFFFFFFFFF")]
    [InlineData(1000, new float[] { 9, 0, 8 }, "TTT")]
    [InlineData(0, new float[0], "")]
    public void Test_math_is_topk(int k, float[] values, string expected)
    {
        bool[] found = VectorMath.IsTopK(Fixed(values), k);
        Assert.Equal(expected, string.Concat(found.Select(x => x ? 'T' : 'F')));
    }

    [Theory]
    [InlineData(new float[0], new float[0], 0f)]
    [InlineData(new[] { 1f }, new[] { 1f }, 1f)]
    [InlineData(new[] { 0.49f, 0.51f }, new[] { 0.5f, 1 }, 1f)]
    [InlineData(new[] { 0.51f, 0.49f }, new[] { 0.5f, 1 }, 0.5f)]
    [InlineData(new[] { 0.49f, 0, 0.51f }, new[] { 0.5f, 0.7f, 1 }, 1f)]
    [InlineData(new[] { 0.49f, 0.01f, 0.5f }, new[] { 0.5f, 0.7f, 1 }, 0.7f)]
    [InlineData(new[] { 0.49f, 0.51f, 0 }, new[] { 0.5f, 0.7f, 1 }, 0.7f)]
    [InlineData(new[] { 0, 0.49f, 0, 0.51f }, new[] { 0.5f, 0.5f, 1, 1 }, 1f)]
    [InlineData(new[] { 0.2f, 0.2f, 0.2f, 0.2f, 0.2f }, new[] { 0.8f, 0.2f, 1, 0.6f, 0.4f }, 0.6f)]
    [InlineData(
        new[] { 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f },
        new[] { 0.8f, 0.8f, 0.2f, 0.2f, 1, 1, 0.6f, 0.6f, 0.4f, 0.4f },
        0.6f
    )]
    public void Test_math_weighted_median(float[] stake, float[] score, float expected)
    {
        I32F32[] voters = Fixed(stake);
        I32F32 all = VectorMath.Sum(voters);
        I32F32 minority = all - I32F32.FromSingle(0.51f);
        I32F32 found = new WeightedMedian().Of(voters, Fixed(score), minority, I32F32.Zero, all);
        Assert.Equal(I32F32.FromSingle(expected), found);
    }

    [Fact]
    public void The_weighted_median_does_not_depend_on_the_order_of_the_voters() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 20])
            .Array[1, 40]
            .SelectMany(voters => Gen.Select(Gen.Const(voters), Gen.Shuffle(voters), Gen.Int[0, 1000]))
            .Sample(
                (voters, shuffled, majority) =>
                    Assert.Equal(Median(voters, majority), Median(shuffled, majority))
            );

    [Theory]
    [InlineData(0.24f, new[] { 0, 0.3f, 0.4f })]
    [InlineData(0.26f, new[] { 0, 0.2f, 0.4f })]
    [InlineData(0.76f, new[] { 0, 0.2f, 0.1f })]
    public void Test_math_weighted_median_col(float majority, float[] expected)
    {
        float[][] score =
        [
            [0, 0.1f, 0],
            [0, 0.2f, 0.4f],
            [0, 0.3f, 0.1f],
            [0, 0.4f, 0.5f],
        ];
        AssertMedians([0, 0.75f, 0.25f, 0], score, majority, expected);
    }

    [Fact]
    public void Test_math_weighted_median_col_of_three_voters()
    {
        float[][] score =
        [
            [0, 0.1f, 0],
            [0, 0.2f, 0.4f],
            [0, 0.3f, 0.1f],
            [0, 0, 0.5f],
        ];
        AssertMedians([0, 0.3f, 0.2f, 0.5f], score, 0.51f, [0, 0, 0.4f]);
    }

    [Fact]
    public void Test_math_interpolate()
    {
        float[][] from =

            [
                [1, 10, 100],
                [1000, 10_000, 100_000],
            ],
            to =

            [
                [10, 100, 1000],
                [10_000, 100_000, 1_000_000],
            ];
        I32F32[][] shape = [.. from.Select(Fixed)];
        SparseMatrix a = Full(from),
            b = Full(to);
        Assert.Equal(shape, Mixed(a, b, 0, shape));
        Assert.Equal(to.Select(Fixed), Mixed(a, b, 1, shape));
        I32F32[][] found = Mixed(a, b, 0.9f, shape);
        for (int i = 0; i < from.Length; i++)
        {
            for (int j = 0; j < from[i].Length; j++)
            {
                // The ratio is 0.9 as f32: its error of 2·10⁻⁸ counts nine times the smaller number.
                Assert.Equal(9.1 * from[i][j], found[i][j].ToDouble(), 1e-4 + 3e-7 * from[i][j]);
            }
        }
    }

    [Fact]
    public void Test_math_mat_ema_alpha()
    {
        float[][] old =

            [
                [0.1f, 0.2f, 3],
                [0.04f, 0.05f, 0.06f],
            ],
            next =

            [
                [1, 2, 3],
                [4, 5, 6],
            ];
        double[][] expected =
        [
            [0.19, 0.38, 1],
            [0.436, 0.545, 0.654],
        ];
        I32F32[][] found = Averaged(next, old, 0.1f),
            still = Averaged(next, old, 0);
        for (int i = 0; i < old.Length; i++)
        {
            for (int j = 0; j < old[i].Length; j++)
            {
                Assert.Equal(expected[i][j], found[i][j].ToDouble(), 1e-6);
                Assert.Equal(Math.Min(old[i][j], 1), still[i][j].ToDouble(), 1e-6);
            }
        }
    }

    [Fact]
    public void Test_math_sparse_mat_ema_alpha_drops_an_old_entry_without_a_new_one()
    {
        SparseMatrix next = Rows.Sparse([
            [],
            [(1, I32F32.FromSingle(2))],
        ]);
        SparseMatrix old = Rows.Sparse([
            [(0, I32F32.One)],
            [],
        ]);
        I32F32[] rates = Fixed([0.1f, 0.1f]);
        SparseMatrix result = new();
        SparseMath.MovingAverageRow(next, old, 0, rates, result);
        SparseMath.MovingAverageRow(next, old, 1, rates, result);
        Assert.True(result.Values(0).IsEmpty);
        Assert.Equal(0.2, result.Values(1)[0].ToDouble(), 1e-6);
    }

    [Fact]
    public void Test_math_inplace_mask_diag_except_index()
    {
        float[][] values =
        [
            [1, 2, 3],
            [4, 5, 6],
            [7, 8, 9],
        ];
        I32F32[][] shape = [.. values.Select(Fixed)];
        float[][] expected =
        [
            [0, 2, 3],
            [4, 5, 6],
            [7, 8, 0],
        ];
        SparseMatrix found = Full(values);
        found.MaskDiagonal(except: 1);
        Assert.Equal(expected.Select(Fixed), Rows.Dense(found, shape));
        Assert.Equal(7, found.Values(0).Length + found.Values(1).Length + found.Values(2).Length);
    }

    private static I32F32 Median((int Stake, int Score)[] voters, int majority)
    {
        I32F32[] stake = [.. voters.Select(x => I32F32.FromInteger((long)x.Stake))];
        I32F32[] score = [.. voters.Select(x => I32F32.FromInteger((long)x.Score))];
        SparseMatrix scores = Full(score);
        return new WeightedMedian().OfColumns(stake, scores, 1, I32F32.FromDouble(majority / 1000.0))[0];
    }

    private static SparseMatrix Full(I32F32[] column) =>
        Rows.Sparse(column.Select(x => new[] { ((ushort)0, x) }));

    private static SparseMatrix Full(float[][] rows) => Rows.Full([.. rows.Select(Fixed)]);

    private static I32F32[] Fixed(float[] values) => [.. values.Select(I32F32.FromSingle)];

    private static void AssertMedians(float[] stake, float[][] score, float majority, float[] expected)
    {
        I32F32 share = I32F32.FromSingle(majority);
        WeightedMedian median = new();
        Assert.Equal(Fixed(expected), median.OfColumns(Fixed(stake), Full(score), 3, share));
        SparseMatrix sparse = Rows.Sparse(
            score.Select(row =>
                row.Select((x, j) => ((ushort)j, I32F32.FromSingle(x))).Where(x => x.Item2.Bits != 0)
            )
        );
        Assert.Equal(Fixed(expected), median.OfColumns(Fixed(stake), sparse, 3, share));
    }

    private static I32F32[][] Mixed(SparseMatrix a, SparseMatrix b, float ratio, I32F32[][] shape) =>
        Rows.Dense(Rows.Filled(to => SparseMath.Interpolate(a, b, I32F32.FromSingle(ratio), 3, to)), shape);

    private static I32F32[][] Averaged(float[][] next, float[][] old, float rate)
    {
        I32F32[] rates = [.. Enumerable.Repeat(I32F32.FromSingle(rate), 3)];
        SparseMatrix result = new();
        for (int i = 0; i < next.Length; i++)
        {
            SparseMath.MovingAverageRow(Full(next), Full(old), i, rates, result);
        }
        return Rows.Dense(result, [.. next.Select(Fixed)]);
    }
}
