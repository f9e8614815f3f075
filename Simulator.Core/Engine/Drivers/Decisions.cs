using Simulator.Core.Chain;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Lets miners look at the market before they work.</summary>
internal sealed class Decisions(World world)
{
    /// <summary>Lets one miner decide.</summary>
    public void Take(Participant miner)
    {
        Participant? acting = world.Acting;
        world.Acting = miner;
        bool hadQuit = miner.Miner!.HasQuit;
        miner.Miner.Model?.Move(world.LaterShare);
        miner.Miner.Decide(new Market(world, miner));
        if (miner.Miner.HasQuit && !hadQuit)
        {
            world.Log(ChainEventKind.Quit, miner.Uid!.Value.Index, (long)miner.Hotkey.Id, 0);
        }
        world.Acting = acting;
    }
}
