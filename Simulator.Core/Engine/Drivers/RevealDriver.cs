using Simulator.Core.Chain;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Lets validators reveal what they committed by a token, once its epoch has come.</summary>
internal sealed class RevealDriver(World world) : IEventHandler
{
    private readonly List<PendingReveal> _pending = [];

    /// <summary>Keeps a reveal until its epoch.</summary>
    public void Await(PendingReveal reveal) => _pending.Add(reveal);

    /// <inheritdoc/>
    public void Handle(EventLoop loop, long argument)
    {
        foreach (PendingReveal pending in _pending.Where(IsDue))
        {
            world.Acting = pending.Validator;
            if (pending.IsMissed)
            {
                int uid = pending.Validator.Uid?.Index ?? -1;
                world.Log(ChainEventKind.Missed, uid, (long)pending.Epoch, 0);
            }
            else
            {
                world.Network.Execute(pending.Call);
            }
        }
        world.Acting = null;
        _pending.RemoveAll(IsDue);
    }

    private bool IsDue(PendingReveal pending) =>
        pending.Epoch + world.Chain.Hyperparameters.RevealPeriodEpochs <= world.Chain.EpochIndex;
}
