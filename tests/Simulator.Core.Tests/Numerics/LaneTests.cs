using System.Runtime.Intrinsics.X86;
using CsCheck;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Tests.Numerics;

/// <summary>Every vector of columns computes what one column alone does, at the edges of what its operations promise.</summary>
public sealed class LaneTests
{
    private const long One = 1L << 32;

    private static readonly Gen<long> Share = Gen.Frequency(
        (4, Gen.Long[0, One]),
        (2, Among(0, 1, 2, One / 2, One - 2, One - 1, One)),
        (1, Gen.Int[0, 65_535].Select(x => (long)x))
    );

    private static readonly Gen<long> Sum = Gen.Frequency(
        (2, Gen.Long[0, One << 16]),
        (2, Gen.Long[0, 70_000]),
        (1, Among(0, 1, One - 1, One, One + 1, One << 16))
    );

    [Fact]
    public void Lanes_of_256_bits_are_columns()
    {
        Assert.SkipUnless(Avx2.IsSupported, "no AVX2");
        Holds<Lanes4>(1L << 58);
    }

    [Fact]
    public void Lanes_of_512_bits_are_columns()
    {
        Assert.SkipUnless(Avx512DQ.VL.IsSupported, "no AVX-512");
        Holds<Lanes8>(1L << 58);
    }

    [Fact]
    public void Whole_numbers_in_doubles_are_columns()
    {
        Assert.SkipUnless(Avx512DQ.VL.IsSupported, "no AVX-512");
        Holds<Doubles8>(1L << 50);
    }

    [Fact]
    public void Two_vectors_at_once_are_columns()
    {
        Assert.SkipUnless(Avx512DQ.VL.IsSupported, "no AVX-512");
        Holds<Pair<Doubles8>>(1L << 50);
    }

    private static void Holds<T>(long bound)
        where T : struct, IVectorLane<T>
    {
        Gen<long> any = Gen.Long[-bound >> 16, bound >> 16];
        Sample<T>(Share, Share, (a, b) => T.Share(a, b), ExactLane.Share);
        Sample<T>(Share, Share, (a, b) => T.ShareUp(a, b), ExactLane.ShareUp);
        Sample<T>(any, Gen.Long[-One << 8, One << 8], (a, b) => T.Mul(a, b), ExactLane.Mul);
        Sample<T>(any, any, (a, b) => T.Min(a, b), ExactLane.Min);
        Sample<T>(any, any, (a, b) => T.Max(a, b), ExactLane.Max);
        Sample<T>(any, any, (a, b) => a + b, (a, b) => a + b);
        Sample<T>(any, any, (a, b) => a - b, (a, b) => a - b);
        Sample<T>(any, any, (a, b) => T.IfLess(a, b, b, a), (a, b) => ExactLane.IfLess(a, b, b, a));
        Sample<T>(Share, Share, (a, b) => T.IfEqual(a, b, b, a), (a, b) => ExactLane.IfEqual(a, b, b, a));
        HoldsOfQuotients<T>(bound);
    }

    private static void HoldsOfQuotients<T>(long bound)
        where T : struct, IVectorLane<T>
    {
        // a ≤ d
        Sample<T>(
            Sum,
            Sum,
            (a, b) => T.Div(T.Min(a, b), T.DivisorOf(T.Max(a, b))),
            (a, b) => ExactLane.Div(ExactLane.Min(a, b), ExactLane.DivisorOf(ExactLane.Max(a, b)))
        );
        // a ≤ 1 ≤ d
        Sample<T>(
            Share,
            Gen.Long[One, bound],
            (a, b) => T.Div(a, T.DivisorOf(b)),
            (a, b) => ExactLane.Div(a, ExactLane.DivisorOf(b))
        );
        for (int n = 2; n < 32; n++)
        {
            int divisor = n;
            T reciprocal = Repeated<T>(T.ReciprocalBits(n));
            Sample<T>(
                Gen.Long[0, bound],
                Share,
                (a, _) => T.DivSmall(a, divisor, reciprocal),
                (a, _) => ExactLane.DivSmall(a, divisor, default),
                iter: 2_000
            );
            Sample<T>(
                Gen.Long[0, bound >> 4],
                Gen.Long[0, 12 * One],
                (a, b) => T.MulDivSmall(a, b, divisor, reciprocal),
                (a, b) => ExactLane.MulDivSmall(a, b, divisor, default),
                iter: 2_000
            );
        }
    }

    /// <summary>Operands of one column each are put together to vectors.</summary>
    private static void Sample<T>(
        Gen<long> a,
        Gen<long> b,
        Func<T, T, T> vector,
        Func<ExactLane, ExactLane, ExactLane> column,
        int iter = 20_000
    )
        where T : struct, IVectorLane<T> =>
        Gen.Select(a, b)
            .Array[T.Columns]
            .Sample(
                pairs =>
                {
                    long[] expected = [.. pairs.Select(x => column(new(x.Item1), new(x.Item2)).Bits)];
                    T result = vector(
                        Load<T>([.. pairs.Select(x => x.Item1)]),
                        Load<T>([.. pairs.Select(x => x.Item2)])
                    );
                    Assert.Equal(expected, Stored(result));
                    Assert.Equal(expected.Sum(), T.Sum(result));
                },
                iter: iter
            );

    private static Gen<long> Among(params long[] numbers) =>
        Gen.Int[0, numbers.Length - 1].Select(k => numbers[k]);

    private static unsafe T Load<T>(long[] numbers)
        where T : struct, IVectorLane<T>
    {
        fixed (long* at = numbers)
        {
            return T.Load(at);
        }
    }

    private static unsafe T Repeated<T>(long held)
        where T : struct, IVectorLane<T> => T.Repeated(&held);

    private static unsafe long[] Stored<T>(T lane)
        where T : struct, IVectorLane<T>
    {
        long[] numbers = new long[T.Columns];
        fixed (long* at = numbers)
        {
            T.Store(lane, at);
        }
        return numbers;
    }
}
