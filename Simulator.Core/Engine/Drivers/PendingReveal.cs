using Simulator.Core.Chain.Extrinsics;

namespace Simulator.Core.Engine.Drivers;

/// <summary>What a validator committed by a token and will have to reveal.</summary>
/// <param name="Validator">Who committed.</param>
/// <param name="Epoch">The epoch it committed in.</param>
/// <param name="Call">The reveal.</param>
/// <param name="IsMissed">Whether it will forget to.</param>
internal readonly record struct PendingReveal(
    Participant Validator,
    ulong Epoch,
    RevealWeights Call,
    bool IsMissed
);
