using Simulator.Core.Agents;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>How miners reach each other in a run.</summary>
internal sealed class Peers(World world) : IPeers
{
    private readonly Leak _leak = new(world);
    private bool _isAsking;

    public SimTime Now => world.Loop.Now;

    public long Deadline => world.Plan.Queries.Deadline;

    public IReadOnlyList<Uid> Miners => world.Roster.Miners;

    public ushort Incentive(Uid uid) => world.Chain.Neuron(uid).Incentive.Raw;

    public IAnswer? Leaked(IQuestion question) => _leak[question];

    public Reply? Ask(Uid uid, IQuestion question)
    {
        // Whoever is asked here cannot ask on: two miners that relay each other would never end.
        if (_isAsking || world.Roster[uid]?.Miner is not { Relays: false } miner)
        {
            return null;
        }
        _isAsking = true;
        Participant? asker = world.Acting;
        world.Acting = world.Roster[uid];
        Reply reply = miner.Answer(question, this);
        world.Acting = asker;
        _isAsking = false;
        return reply;
    }
}
