using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>A beacon with a round every three seconds, whose pulses reach the chain a fixed time later.</summary>
/// <remarks>Source: spec §4.5. Round 0 belongs to the genesis block.</remarks>
/// <param name="delay">Blocks from a round to the block at whose start the chain knows its pulse.</param>
public sealed class PulseClock(BlockSpan delay = default) : IPulses
{
    /// <summary>Rounds in one block of 12 seconds.</summary>
    public const ulong RoundsPerBlock = 4;

    /// <summary>The last round whose pulse is out at the start of a block.</summary>
    public static ulong RoundAt(Block block) => block.Height * RoundsPerBlock;

    /// <inheritdoc/>
    public bool IsKnown(ulong round, Block block) =>
        block.Height >= delay.Length && round <= (block.Height - delay.Length) * RoundsPerBlock;
}
