using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents.Miners;

/// <summary>Has no model: passes each question on to the best paid miner, and its answer back, after both latencies.</summary>
/// <param name="hardware">What its own latency comes from.</param>
/// <param name="line">Decides which answers are lost, where the hardware loses any.</param>
/// <exception cref="ArgumentException">The hardware is null or out of range.</exception>
public sealed class CopycatMiner(Hardware hardware, Rng? line = null) : IMiner
{
    private readonly Machine _machine = new(hardware, line);

    /// <inheritdoc/>
    public string Strategy => "copycat";

    /// <inheritdoc/>
    public Machine Machine => _machine;

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
                Reply own = _machine.Send(reply.Answer, 0, peers.Now);
                return own with { Latency = reply.Latency + own.Latency };
            }
        }
        return _machine.Send(NoAnswer.Instance, 0, peers.Now);
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
