using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>How one miner reaches the others: anyone may query an open miner, so anyone may relay its answers.</summary>
public interface IPeers
{
    /// <summary>The time.</summary>
    SimTime Now => default;

    /// <summary>Ticks (milliseconds) after which nobody waits for an answer any more, in [1, 12,000].</summary>
    long Deadline => SimTime.TicksPerBlock;

    /// <summary>The miners of the subnet by uid, the asker included; validators' slots are left out.</summary>
    IReadOnlyList<Uid> Miners { get; }

    /// <summary>Incentive of a slot at the last epoch, as stored: a share of 65,535. Public on the chain.</summary>
    ushort Incentive(Uid uid);

    /// <summary>The right answer to a question, where it leaked; nothing where it did not.</summary>
    IAnswer? Leaked(IQuestion question) => null;

    /// <summary>Another miner's reply, or nothing where the slot holds no miner or one that relays itself.</summary>
    Reply? Ask(Uid uid, IQuestion question);
}
