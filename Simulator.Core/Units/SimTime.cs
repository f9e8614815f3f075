using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>A point in simulated time, in ticks of one millisecond since the start of block 0.</summary>
/// <param name="Ticks">Milliseconds since the start of block 0.</param>
public readonly record struct SimTime(long Ticks) : IComparable<SimTime>
{
    /// <summary>Ticks in one block: 12,000, one per millisecond.</summary>
    public const long TicksPerBlock = 12_000;

    /// <summary>The block this point lies in.</summary>
    public Block Block => new((ulong)(Ticks / TicksPerBlock));

    /// <summary>The first tick of a block.</summary>
    public static SimTime StartOf(Block block) => new((long)block.Height * TicksPerBlock);

    /// <summary>The point that lies some ticks after another.</summary>
    public static SimTime operator +(SimTime start, long ticks) => new(start.Ticks + ticks);

    /// <summary>Whether the first point is the earlier one.</summary>
    public static bool operator <(SimTime a, SimTime b) => a.Ticks < b.Ticks;

    /// <summary>Whether the first point is the later one.</summary>
    public static bool operator >(SimTime a, SimTime b) => a.Ticks > b.Ticks;

    /// <summary>Whether the first point is not the later one.</summary>
    public static bool operator <=(SimTime a, SimTime b) => a.Ticks <= b.Ticks;

    /// <summary>Whether the first point is not the earlier one.</summary>
    public static bool operator >=(SimTime a, SimTime b) => a.Ticks >= b.Ticks;

    /// <inheritdoc/>
    public int CompareTo(SimTime other) => Ticks.CompareTo(other.Ticks);

    /// <summary>The ticks as digits.</summary>
    public override string ToString() => Ticks.ToString(CultureInfo.InvariantCulture);
}
