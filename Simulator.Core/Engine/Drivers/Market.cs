using Simulator.Core.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>What one miner sees of the market when it decides.</summary>
internal sealed class Market(World world, Participant self) : IMarket
{
    public long Epoch => (long)world.Chain.EpochIndex;

    public double LaterShare => world.LaterShare;

    public Uid Self => self.Uid!.Value;

    public Account Account => self.Books.Account(world.Plan.Prices, self.Miner);

    public IReadOnlyList<Uid> Miners => world.Roster.Miners;

    public ushort Incentive(Uid uid) => world.Chain.Neuron(uid).Incentive.Raw;

    public IMiner? Miner(Uid uid) => world.Roster[uid]?.Miner;

    public bool IsOwn(Uid uid) => world.Roster[uid]?.Coldkey == self.Coldkey;
}
