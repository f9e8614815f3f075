using System.Runtime.CompilerServices;

namespace Simulator.Core.Numerics.Lanes;

/// <summary>Two vectors of neighbouring columns as one: their work is interleaved, so that neither waits for its own results.</summary>
internal readonly unsafe struct Pair<T>(T first, T second) : IVectorLane<Pair<T>>
    where T : struct, IVectorLane<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    public readonly T First = first;
    public readonly T Second = second;

    public static int Columns => 2 * T.Columns;

    [MethodImpl(Inline)]
    public static Pair<T> FromBits(long bits) => new(T.FromBits(bits), T.FromBits(bits));

    [MethodImpl(Inline)]
    public static Pair<T> operator +(Pair<T> a, Pair<T> b) => new(a.First + b.First, a.Second + b.Second);

    [MethodImpl(Inline)]
    public static Pair<T> operator -(Pair<T> a, Pair<T> b) => new(a.First - b.First, a.Second - b.Second);

    [MethodImpl(Inline)]
    public static Pair<T> Min(Pair<T> a, Pair<T> b) =>
        new(T.Min(a.First, b.First), T.Min(a.Second, b.Second));

    [MethodImpl(Inline)]
    public static Pair<T> Max(Pair<T> a, Pair<T> b) =>
        new(T.Max(a.First, b.First), T.Max(a.Second, b.Second));

    [MethodImpl(Inline)]
    public static Pair<T> Mul(Pair<T> a, Pair<T> b) =>
        new(T.Mul(a.First, b.First), T.Mul(a.Second, b.Second));

    [MethodImpl(Inline)]
    public static Pair<T> Share(Pair<T> a, Pair<T> b) =>
        new(T.Share(a.First, b.First), T.Share(a.Second, b.Second));

    [MethodImpl(Inline)]
    public static Pair<T> ShareUp(Pair<T> a, Pair<T> b) =>
        new(T.ShareUp(a.First, b.First), T.ShareUp(a.Second, b.Second));

    [MethodImpl(Inline)]
    public static Divisor<Pair<T>> DivisorOf(Pair<T> value)
    {
        Divisor<T> first = T.DivisorOf(value.First),
            second = T.DivisorOf(value.Second);
        return new(new(first.Value, second.Value), new(first.Reciprocal, second.Reciprocal));
    }

    [MethodImpl(Inline)]
    public static Pair<T> Div(Pair<T> a, Divisor<Pair<T>> d) =>
        new(
            T.Div(a.First, new(d.Value.First, d.Reciprocal.First)),
            T.Div(a.Second, new(d.Value.Second, d.Reciprocal.Second))
        );

    [MethodImpl(Inline)]
    public static Pair<T> DivSmall(Pair<T> a, int n, Pair<T> reciprocal) =>
        new(T.DivSmall(a.First, n, reciprocal.First), T.DivSmall(a.Second, n, reciprocal.Second));

    [MethodImpl(Inline)]
    public static Pair<T> MulDivSmall(Pair<T> a, Pair<T> b, int n, Pair<T> reciprocal) =>
        new(
            T.MulDivSmall(a.First, b.First, n, reciprocal.First),
            T.MulDivSmall(a.Second, b.Second, n, reciprocal.Second)
        );

    public static long ReciprocalBits(int n) => T.ReciprocalBits(n);

    [MethodImpl(Inline)]
    public static Pair<T> IfLess(Pair<T> a, Pair<T> b, Pair<T> yes, Pair<T> no) =>
        new(
            T.IfLess(a.First, b.First, yes.First, no.First),
            T.IfLess(a.Second, b.Second, yes.Second, no.Second)
        );

    [MethodImpl(Inline)]
    public static Pair<T> IfEqual(Pair<T> a, Pair<T> b, Pair<T> yes, Pair<T> no) =>
        new(
            T.IfEqual(a.First, b.First, yes.First, no.First),
            T.IfEqual(a.Second, b.Second, yes.Second, no.Second)
        );

    [MethodImpl(Inline)]
    public static bool IsZero(Pair<T> a) => T.IsZero(a.First) && T.IsZero(a.Second);

    [MethodImpl(Inline)]
    public static long Sum(Pair<T> a) => unchecked(T.Sum(a.First) + T.Sum(a.Second));

    [MethodImpl(Inline)]
    public static Pair<T> Load(long* at) => new(T.Load(at), T.Load(unchecked(at + T.Columns)));

    [MethodImpl(Inline)]
    public static void Store(Pair<T> a, long* at)
    {
        T.Store(a.First, at);
        T.Store(a.Second, unchecked(at + T.Columns));
    }

    [MethodImpl(Inline)]
    public static Pair<T> Held(long* at) => new(T.Held(at), T.Held(unchecked(at + T.Columns)));

    [MethodImpl(Inline)]
    public static void Hold(Pair<T> a, long* at)
    {
        T.Hold(a.First, at);
        T.Hold(a.Second, unchecked(at + T.Columns));
    }

    [MethodImpl(Inline)]
    public static Pair<T> Repeated(long* at) => new(T.Repeated(at), T.Repeated(at));

    [MethodImpl(Inline)]
    public static Pair<T> LoadCodes(uint* at) => new(T.LoadCodes(at), T.LoadCodes(unchecked(at + T.Columns)));

    [MethodImpl(Inline)]
    public static void StoreCodes(Pair<T> a, uint* at)
    {
        T.StoreCodes(a.First, at);
        T.StoreCodes(a.Second, unchecked(at + T.Columns));
    }

    [MethodImpl(Inline)]
    public static Pair<T> LoadUnits(ushort* at) =>
        new(T.LoadUnits(at), T.LoadUnits(unchecked(at + T.Columns)));

    [MethodImpl(Inline)]
    public static void StoreUnits(Pair<T> a, ushort* at)
    {
        T.StoreUnits(a.First, at);
        T.StoreUnits(a.Second, unchecked(at + T.Columns));
    }
}
