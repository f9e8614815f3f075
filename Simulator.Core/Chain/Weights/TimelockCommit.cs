using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Chain.Weights;

/// <summary>One commit that the chain reveals.</summary>
internal readonly record struct TimelockCommit(
    Hotkey Hotkey,
    ulong Epoch,
    ulong Block,
    TimelockedWeights? Payload,
    ulong Round
);
