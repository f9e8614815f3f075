using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Miners;

/// <summary>Has no model: passes each question on to the best paid miner, and its answer back, after both latencies.</summary>
/// <param name="hardware">What its own latency comes from.</param>
/// <exception cref="ArgumentException">The hardware is null or out of range.</exception>
public sealed class CopycatMiner(Hardware hardware) : IMiner
{
    private readonly long _latency = Hardware.Checked(hardware).Latency;

    /// <inheritdoc/>
    public string Strategy => "copycat";

    /// <inheritdoc/>
    public bool Relays => true;

    /// <inheritdoc/>
    public Reply Answer(IQuestion question, IPeers peers)
    {
        // Whoever relays itself gives no reply: then the next best is as good as it gets.
        for (Uid? target = BestPaid(peers, after: null); target is { } uid; target = BestPaid(peers, uid))
        {
            if (peers.Ask(uid, question) is { } reply)
            {
                return reply with { Latency = reply.Latency + _latency };
            }
        }
        return new(NoAnswer.Instance, _latency);
    }

    /// <summary>The best paid miner, or the one that follows another in order of pay; of equals the first uid.</summary>
    private static Uid? BestPaid(IPeers peers, Uid? after)
    {
        Uid? best = null;
        foreach (Uid uid in peers.Miners)
        {
            if (
                (after is not { } last || IsBefore(peers, last, uid))
                && (best is not { } b || IsBefore(peers, uid, b))
            )
            {
                best = uid;
            }
        }
        return best;
    }

    private static bool IsBefore(IPeers peers, Uid a, Uid b) =>
        peers.Incentive(a) > peers.Incentive(b) || (peers.Incentive(a) == peers.Incentive(b) && a < b);
}
