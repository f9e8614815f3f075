using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>A length of the chain's time in blocks of 12 seconds. The default is no time.</summary>
/// <param name="Length">Number of blocks.</param>
public readonly record struct BlockSpan(ulong Length) : IComparable<BlockSpan>
{
    /// <summary>Blocks in one day: 7,200.</summary>
    public static BlockSpan Day => new(7_200);

    /// <summary>The sum of two spans.</summary>
    public static BlockSpan operator +(BlockSpan a, BlockSpan b) => new(a.Length + b.Length);

    /// <summary>The first span less the second.</summary>
    /// <exception cref="OverflowException"><paramref name="b"/> is the longer one.</exception>
    public static BlockSpan operator -(BlockSpan a, BlockSpan b) => new(a.Length - b.Length);

    /// <summary>Whether the first span is the shorter one.</summary>
    public static bool operator <(BlockSpan a, BlockSpan b) => a.Length < b.Length;

    /// <summary>Whether the first span is the longer one.</summary>
    public static bool operator >(BlockSpan a, BlockSpan b) => a.Length > b.Length;

    /// <summary>Whether the first span is not the longer one.</summary>
    public static bool operator <=(BlockSpan a, BlockSpan b) => a.Length <= b.Length;

    /// <summary>Whether the first span is not the shorter one.</summary>
    public static bool operator >=(BlockSpan a, BlockSpan b) => a.Length >= b.Length;

    /// <inheritdoc/>
    public int CompareTo(BlockSpan other) => Length.CompareTo(other.Length);

    /// <summary>The length with its unit, such as <c>360 blocks</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Length} {(Length == 1 ? "block" : "blocks")}");
}
