namespace Simulator.Core.Studies.Replays;

/// <summary>One subnet under one variant, epoch after epoch.</summary>
internal interface IReplayRun
{
    /// <summary>Clears all bonds on a miner, where the rule has resets.</summary>
    void Reset(int miner);

    /// <summary>Computes the next epoch.</summary>
    /// <param name="epoch">What it is given.</param>
    /// <param name="into">Takes what it gives.</param>
    void Step(ReplayEpoch epoch, ReplayFrame into);
}
