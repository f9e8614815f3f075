using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Lets validators publish or commit their weights before each epoch, and reveal what they committed.</summary>
internal sealed class VoteDriver(World world) : IEventHandler
{
    /// <summary>The argument of the event in which everybody reveals; no participant has this hotkey.</summary>
    public const long RevealAll = -1;

    private readonly List<PendingReveal> _pending = [];

    /// <summary>Schedules the votes that the next epoch waits for.</summary>
    public void ScheduleVotes()
    {
        Block next = world.Chain.LastEpoch + world.Chain.Hyperparameters.Tempo;
        foreach (Participant validator in world.Roster.Seated.Where(p => p.Validator is not null))
        {
            BlockSpan lead = Shorter(validator.Validator!.VoteLead, next - world.Network.Block);
            world.Loop.Schedule(SimTime.StartOf(next - lead), Phase.Vote, this, (long)validator.Hotkey.Id);
        }
    }

    /// <inheritdoc/>
    public void Handle(EventLoop loop, long argument)
    {
        if (argument == RevealAll)
        {
            Reveal();
            return;
        }
        Participant validator = world.Roster.Of(new((ulong)argument));
        if (validator.Uid is { } uid && validator.Validator!.Vote(world.Chain, uid) is { } vote)
        {
            Publish(
                validator,
                vote.ToWeightVector() with
                {
                    VersionKey = world.Chain.Hyperparameters.WeightsVersionKey,
                }
            );
        }
    }

    private void Publish(Participant validator, WeightVector weights)
    {
        if (!world.Chain.Hyperparameters.CommitRevealWeightsEnabled)
        {
            world.Network.Execute(new SetWeights(World.NetUid, World.Mechanism, validator.Hotkey, weights));
        }
        else if (world.Plan.Commit.Mode == CommitMode.Timelock)
        {
            world.Network.Execute(Timelocked(validator, weights));
        }
        else
        {
            Commit(validator, weights);
        }
    }

    private CommitTimelockedWeights Timelocked(Participant validator, WeightVector weights)
    {
        // The client aims at the block that runs the epoch of reveal: a commit is opened before that run (spec §4.5).
        Hyperparameters p = world.Chain.Hyperparameters;
        Block reveal = world.Chain.LastEpoch + new BlockSpan(p.Tempo.Length * p.RevealPeriodEpochs);
        return new(
            World.NetUid,
            World.Mechanism,
            validator.Hotkey,
            IsMissed(validator) ? null : new(validator.Hotkey, weights),
            PulseClock.RoundAt(reveal)
        );
    }

    private void Commit(Participant validator, WeightVector weights)
    {
        RevealWeights reveal = new(
            World.NetUid,
            World.Mechanism,
            validator.Hotkey,
            weights,
            Salt: validator.Rng.NextUInt64()
        );
        bool isMissed = IsMissed(validator);
        if (world.Network.Execute(reveal.Commit()) == ChainReason.None)
        {
            _pending.Add(new(validator, world.Chain.EpochIndex, isMissed ? null : reveal));
        }
    }

    /// <summary>Reveals what is due in the epoch that has begun; what a validator forgets to reveal is logged.</summary>
    private void Reveal()
    {
        bool IsDue(PendingReveal p) =>
            p.Epoch + world.Chain.Hyperparameters.RevealPeriodEpochs <= world.Chain.EpochIndex;

        foreach (PendingReveal pending in _pending.Where(IsDue))
        {
            if (pending.Call is { } call)
            {
                world.Network.Execute(call);
            }
            else
            {
                int uid = pending.Validator.Uid?.Index ?? -1;
                world.Log(ChainEventKind.Missed, uid, (long)pending.Epoch, 0);
            }
        }
        _pending.RemoveAll(IsDue);
    }

    private bool IsMissed(Participant validator) =>
        world.Plan.Commit.MissedReveals > 0 && validator.Rng.NextBool(world.Plan.Commit.MissedReveals);

    private static BlockSpan Shorter(BlockSpan a, BlockSpan b) => a < b ? a : b;
}
