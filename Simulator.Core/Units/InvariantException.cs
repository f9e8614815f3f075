using System.Globalization;

namespace Simulator.Core.Units;

/// <summary>A run cannot go on, because of a fault in a strategy or in this library: names where it happened.</summary>
public sealed class InvariantException : Exception
{
    /// <summary>Wraps what went wrong with its place.</summary>
    /// <param name="block">Block in which it happened.</param>
    /// <param name="netUid">Subnet.</param>
    /// <param name="uid">Slot of whoever was acting; null where it was the chain.</param>
    /// <param name="cause">What went wrong.</param>
    public InvariantException(Block block, NetUid netUid, Uid? uid, Exception cause)
        : base(Describe(block, netUid, uid, cause), cause) { }

    private static string Describe(Block block, NetUid netUid, Uid? uid, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        string who = uid is { } slot ? string.Create(CultureInfo.InvariantCulture, $", uid {slot}") : "";
        return $"block {block}, netuid {netUid}{who}: {cause.GetType().Name}: {cause.Message}";
    }
}
