using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Miners;

/// <summary>Has no model: passes each question on to the best paid miner, and its answer back, after both latencies.</summary>
/// <param name="hardware">What its own latency comes from.</param>
public sealed class CopycatMiner(Hardware hardware) : IMiner
{
    /// <inheritdoc/>
    public string Strategy => "copycat";

    /// <inheritdoc/>
    public bool Relays => true;

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers)
    {
        Reply? found = null;
        int best = -1;
        // Before anybody is paid all are equal, and the first one is as good as any.
        foreach (Uid uid in peers.Miners)
        {
            if (peers.Incentive(uid) > best && peers.Ask(uid, question) is { } reply)
            {
                best = peers.Incentive(uid);
                found = reply;
            }
        }
        return found is { } copied
            ? copied with
            {
                Latency = copied.Latency + hardware.Latency,
            }
            : new(NoAnswer.Instance, hardware.Latency);
    }
}
