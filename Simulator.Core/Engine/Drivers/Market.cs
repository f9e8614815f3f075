using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>What one miner sees of the market when it decides.</summary>
internal sealed class Market(World world, Participant self) : IMarket
{
    public double LaterShare => world.LaterShare;

    public Uid Self => self.Uid!.Value;

    public Account Account => self.Books.Account(world.Plan.Prices, self.Miner);

    public IReadOnlyList<Uid> Miners => world.Roster.Miners;

    public ushort Incentive(Uid uid) => world.Chain.Neuron(uid).Incentive.Raw;

    public IMiner? Miner(Uid uid) => world.Roster[uid]?.Miner;

    public IModel? Copy(Uid uid, ITrainingData? data = null, Rng? rng = null)
    {
        IModel? copy = Miner(uid)?.Model?.Fork(data, rng);
        if (copy is not null)
        {
            world.Log(ChainEventKind.ModelCopied, Self.Index, (long)self.Hotkey.Id, uid.Index);
        }
        return copy;
    }

    public bool IsOwn(Uid uid) => world.Roster[uid]?.Coldkey == self.Coldkey;
}
