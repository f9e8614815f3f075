using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Lets validators publish or commit their weights before each epoch.</summary>
internal sealed class VoteDriver(World world, RevealDriver reveals) : IEventHandler
{
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
        Participant validator = world.Roster.Of(new((ulong)argument));
        world.Acting = validator;
        if (validator.Uid is { } uid && validator.Validator!.Vote(world.Chain, uid) is { } vote)
        {
            Publish(validator, vote);
        }
        world.Acting = null;
    }

    private void Publish(Participant validator, Vote vote)
    {
        Hyperparameters p = world.Chain.Hyperparameters;
        WeightVector weights = vote.ToWeightVector() with { VersionKey = p.WeightsVersionKey };
        // Until mechanisms have tasks of their own, a validator judges them all alike.
        for (byte mechanism = 0; mechanism < p.MechanismCount; mechanism++)
        {
            Publish(validator, new(mechanism), weights, p);
        }
    }

    private void Publish(Participant validator, MechId mechanism, WeightVector weights, Hyperparameters p)
    {
        if (!p.CommitRevealWeightsEnabled)
        {
            world.Network.Execute(new SetWeights(World.NetUid, mechanism, validator.Hotkey, weights));
        }
        else if (world.Plan.Commit.Mode == CommitMode.Timelock)
        {
            world.Network.Execute(Timelocked(validator, mechanism, weights, p));
        }
        else
        {
            Commit(validator, mechanism, weights);
        }
    }

    private CommitTimelockedWeights Timelocked(
        Participant validator,
        MechId mechanism,
        WeightVector weights,
        Hyperparameters p
    )
    {
        // The client aims at the block that runs the epoch of reveal: a commit is opened before that run (spec §4.5).
        Block reveal = world.Chain.LastEpoch + new BlockSpan(p.Tempo.Length * p.RevealPeriodEpochs);
        return new(
            World.NetUid,
            mechanism,
            validator.Hotkey,
            IsMissed(validator) ? null : new(validator.Hotkey, weights),
            PulseClock.RoundAt(reveal)
        );
    }

    private void Commit(Participant validator, MechId mechanism, WeightVector weights)
    {
        RevealWeights reveal = new(
            World.NetUid,
            mechanism,
            validator.Hotkey,
            weights,
            Salt: validator.Rng.NextUInt64()
        );
        bool isMissed = IsMissed(validator);
        if (world.Network.Execute(reveal.Commit()) == ChainReason.None)
        {
            reveals.Await(new(validator, world.Chain.EpochIndex, reveal, isMissed));
        }
    }

    private bool IsMissed(Participant validator) =>
        world.Plan.Commit.MissedReveals > 0 && validator.Rng.NextBool(world.Plan.Commit.MissedReveals);

    private static BlockSpan Shorter(BlockSpan a, BlockSpan b) => a < b ? a : b;
}
