using System.Runtime.CompilerServices;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Columns;

/// <summary>
/// A row-normalised weight in 32 bits, in the order of the weights: 0 = no entry, 1 = entry with value 0,
/// bits + 1 = entry, 0xFFFFFFFF = 1.0. Lossless: a weight below 1.0 is at most 65535/65536.
/// </summary>
internal static class WeightCode
{
    public const uint ExplicitZero = 1,
        One = uint.MaxValue;

    public static uint Of(long bits) => bits >= 1L << 32 ? One : (uint)bits + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T code)
        where T : struct, ILane<T> =>
        T.IfEqual(code, T.FromBits(One), T.FromBits(1L << 32), T.Max(code, T.FromBits(1)) - T.FromBits(1));
}
