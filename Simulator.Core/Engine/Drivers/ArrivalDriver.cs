using Simulator.Core.Chain;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Engine.Processes;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Lets newcomers come at random times, and pruned miners come back that have not quit, each if the price is right.</summary>
internal sealed class ArrivalDriver : IEventHandler, IObserver
{
    // Later than any run ends, and yet far from where ticks overflow.
    private const double Never = 1L << 60;

    private readonly World _world;
    private readonly Founding _founding;
    private readonly ArrivalPlan _plan;
    private readonly Decisions _decisions;
    private readonly Rng _times;
    private readonly Rng _choices;

    public ArrivalDriver(World world, Founding founding, ArrivalPlan plan)
    {
        (_world, _founding, _plan) = (world, founding, plan);
        _decisions = new(world);
        _times = world.Streams.For("arrivals.times");
        _choices = world.Streams.For("arrivals.groups");
    }

    /// <summary>Lets newcomers come from now on.</summary>
    public void Start()
    {
        if (_plan.PerDay > 0)
        {
            _ = Arrive(_world.Loop);
        }
    }

    /// <summary>Lets a pruned miner try to come back, and again as long as it stays out.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="argument">Its hotkey.</param>
    public void Handle(EventLoop loop, long argument)
    {
        Participant pruned = _world.Roster.Of(new((ulong)argument));
        if (pruned.Miner is { HasQuit: false } && !LetEnter(pruned))
        {
            ScheduleReturn(pruned);
        }
    }

    /// <inheritdoc/>
    public void OnEvent(in SimEvent line)
    {
        if (line.Fact.Kind == ChainEventKind.Pruned)
        {
            ScheduleReturn(_world.Roster.Of(new((ulong)line.Fact.Other)));
        }
    }

    private async SimTask Arrive(EventLoop sim)
    {
        // Nobody comes before an epoch has shown what a slot earns.
        Block first = _world.Chain.LastEpoch + _world.Plan.Subnet.Tempo;
        await sim.Delay(SimTime.StartOf(first).Ticks + UntilNext(), Phase.Registration);
        while (true)
        {
            MinerGroup group = Draw();
            Participant newcomer = _founding.NewMiner(group);
            _world.Roster.Add(newcomer);
            _world.Network.Deposit(newcomer.Coldkey, group.Balance);
            // Whoever stays out goes elsewhere: only those who once had a slot come back.
            LetEnter(newcomer);
            await sim.Delay(UntilNext(), Phase.Registration);
        }
    }

    /// <summary>Ticks to the next arrival: at random, at the plan's rate.</summary>
    private long UntilNext()
    {
        double mean = BlockSpan.Day.Length * (double)SimTime.TicksPerBlock / _plan.PerDay;
        return 1 + (long)Math.Min(_times.Exponential(mean), Never);
    }

    /// <summary>Lets a miner enter if it wants to and can.</summary>
    /// <returns>Whether it took a slot.</returns>
    private bool LetEnter(Participant miner)
    {
        _world.Acting = miner;
        bool isIn = Wants(miner) && Registers(miner);
        if (isIn)
        {
            // Whoever pays for a slot does not come unprepared.
            _decisions.Take(miner);
            miner.Miner!.Work();
        }
        _world.Acting = null;
        return isIn;
    }

    private bool Wants(Participant miner)
    {
        Tao price = _world.Chain.Burn;
        if (price <= _plan.ReservationPrice && price <= _world.Network.BalanceOf(miner.Coldkey))
        {
            return true;
        }
        _world.Log(ChainEventKind.StayedOut, -1, (long)miner.Hotkey.Id, price.Rao);
        return false;
    }

    private bool Registers(Participant miner)
    {
        Register call = new(World.NetUid, miner.Hotkey, miner.Coldkey, _plan.ReservationPrice);
        return _world.Network.Execute(call) == ChainReason.None && miner.Uid is not null;
    }

    private void ScheduleReturn(Participant miner)
    {
        // Whoever gave up would pay for a slot in which it does nothing.
        if (_plan.Reenter && miner.Miner is { HasQuit: false })
        {
            Block block = _world.Network.Block + _plan.RetryAfter;
            _world.Loop.Schedule(SimTime.StartOf(block), Phase.Registration, this, (long)miner.Hotkey.Id);
        }
    }

    private MinerGroup Draw()
    {
        int drawn = _choices.NextInt(_plan.Groups.Sum(g => g.Count));
        foreach (MinerGroup group in _plan.Groups)
        {
            drawn -= group.Count;
            if (drawn < 0)
            {
                return group;
            }
        }
        throw new InvalidOperationException("No group was drawn.");
    }
}
