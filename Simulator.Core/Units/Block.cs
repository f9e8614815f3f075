using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>A block: a point in the chain's time. The default is the genesis block, 0.</summary>
/// <param name="Height">Blocks since genesis.</param>
public readonly record struct Block(ulong Height) : IComparable<Block>
{
    /// <summary>The span from one block to a later one.</summary>
    /// <exception cref="OverflowException"><paramref name="end"/> is the earlier one.</exception>
    public static BlockSpan operator -(Block end, Block start) => new(end.Height - start.Height);

    /// <summary>The block that lies a span after another.</summary>
    public static Block operator +(Block start, BlockSpan span) => new(start.Height + span.Length);

    /// <summary>The block that lies a span before another.</summary>
    /// <exception cref="OverflowException">It would lie before genesis.</exception>
    public static Block operator -(Block end, BlockSpan span) => new(end.Height - span.Length);

    /// <summary>Whether the first block is the earlier one.</summary>
    public static bool operator <(Block a, Block b) => a.Height < b.Height;

    /// <summary>Whether the first block is the later one.</summary>
    public static bool operator >(Block a, Block b) => a.Height > b.Height;

    /// <summary>Whether the first block is not the later one.</summary>
    public static bool operator <=(Block a, Block b) => a.Height <= b.Height;

    /// <summary>Whether the first block is not the earlier one.</summary>
    public static bool operator >=(Block a, Block b) => a.Height >= b.Height;

    /// <inheritdoc/>
    public int CompareTo(Block other) => Height.CompareTo(other.Height);

    /// <summary>The height as digits.</summary>
    public override string ToString() => Height.ToString(CultureInfo.InvariantCulture);
}
