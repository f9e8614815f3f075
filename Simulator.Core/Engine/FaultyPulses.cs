using Simulator.Core.Chain;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>The beacon as a plan wants it: with its usual delay, and pulses that are late by chance.</summary>
internal sealed class FaultyPulses(CommitPlan plan, RandomStreams streams) : IPulses
{
    private readonly PulseClock _usual = new(plan.RoundDelay);
    private readonly PulseClock _late = new(plan.RoundDelay + plan.LatePulses);

    public bool IsKnown(ulong round, Block block) => (IsLate(round) ? _late : _usual).IsKnown(round, block);

    private bool IsLate(ulong round) =>
        plan.LatePulseShare > 0 && streams.For("pulses.late", 0, round).NextBool(plan.LatePulseShare);
}
