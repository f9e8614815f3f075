using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Sells the share of the last epoch's income that participants do not want to keep.</summary>
internal sealed class SaleDriver(World world) : IEventHandler
{
    /// <inheritdoc/>
    public void Handle(EventLoop loop, long argument)
    {
        foreach (Participant participant in world.Roster.Seated)
        {
            world.Acting = participant;
            ulong amount = (ulong)(participant.Income * participant.Sell);
            participant.Income = 0;
            if (amount > 0)
            {
                world.Network.Execute(new Sell(World.NetUid, participant.Hotkey, new Alpha(amount)));
            }
        }
        world.Acting = null;
    }
}
