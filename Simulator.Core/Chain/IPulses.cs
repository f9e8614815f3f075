using Simulator.Core.Units;

namespace Simulator.Core.Chain;

/// <summary>The public random beacon whose pulses open timelocked commits.</summary>
public interface IPulses
{
    /// <summary>Whether the chain knows the pulse of a round at the start of a block.</summary>
    bool IsKnown(ulong round, Block block);
}
