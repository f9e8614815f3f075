using Simulator.Core.Chain;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Chain.Blocks;

/// <summary>When epochs run: spec §2.1.</summary>
public sealed class EpochScheduleTests
{
    private readonly EventList _events = new();

    [Fact]
    public void An_epoch_runs_every_tempo()
    {
        Network network = Start(new(), (1, 360));

        Assert.Equal([360UL, 720, 1080], EpochBlocks(network, new(1), 1200));
    }

    [Fact]
    public void New_subnets_are_staggered_by_their_number()
    {
        Network network = new(new(), _events);
        network.BeginBlock(new(100));
        network.AddSubnet(new(7), new() { Tempo = new(5) }, new(5));

        // Born at block 100 as if its last epoch had been 7 mod 5 blocks ago.
        Assert.Equal([103UL, 108], EpochBlocks(network, new(7), 110));
    }

    [Fact]
    public void A_tempo_of_none_stops_epochs_and_pots_keep_filling()
    {
        Network network = Start(new(), (1, 0));

        Assert.Empty(EpochBlocks(network, new(1), 500));
        Assert.Equal(500UL * 410_002_288, network[new(1)].Alpha.PendingServer);
    }

    [Fact]
    public void After_50400_blocks_an_epoch_is_due_whatever_the_tempo()
    {
        EpochSchedule schedule = new(new(1), new(60_000), new(1)) { BlocksSinceLastStep = 50_400 };
        Assert.False(schedule.IsDue(new(50_401), new(60_000)));

        schedule.BlocksSinceLastStep++;

        Assert.True(schedule.IsDue(new(50_402), new(60_000)));
    }

    /// <summary>Case 69 of the specification, §8.6.</summary>
    [Fact]
    public void Test_epochs_deferred_this_block_respects_cap()
    {
        Network network = Start(new() { MaxEpochsPerBlock = 2 }, (1, 20), (2, 20), (3, 20), (4, 20));

        for (ulong block = 1; block <= 40; block++)
        {
            network.BeginBlock(new(block));
            ulong[] epochs = [.. network.Subnets.Select(subnet => subnet.Schedule.EpochIndex)];
            ulong[] expected = block switch
            {
                < 20 => [0, 0, 0, 0],
                20 => [1, 1, 0, 0],
                < 40 => [1, 1, 1, 1],
                _ => [2, 2, 1, 1],
            };
            Assert.Equal(expected, epochs);
        }
        Assert.Equal(new Block(21), network[new(4)].Schedule.LastEpoch);
    }

    [Fact]
    public void A_deferred_epoch_takes_the_pots_of_the_block_in_which_it_runs()
    {
        Network network = Start(new() { MaxEpochsPerBlock = 1 }, (1, 20), (2, 20));

        EpochBlocks(network, new(1), 21);

        Assert.Equal(
            [20 * 820_004_576UL, 21 * 820_004_576UL],
            _events.Of(ChainEventKind.EpochRan).Select(fact => fact.Amount)
        );
    }

    [Fact]
    public void While_an_epoch_is_computed_the_last_step_is_still_the_one_before()
    {
        Network network = Start(new(), (1, 20));
        EpochBlocks(network, new(1), 39);

        Block before = Assert.Single(network.StartBlock(new(40))).Input.LastMechanismStepBlock;

        Assert.Equal(new Block(20), before);
        Assert.Equal(2UL, network.View(new(1)).EpochIndex);
    }

    [Fact]
    public void Another_tempo_counts_from_the_block_of_the_change()
    {
        Network network = Start(new(), (1, 360));
        EpochBlocks(network, new(1), 100);

        network.Change(new(1), new() { Tempo = new(50) });

        Assert.Equal([150UL, 200], EpochBlocks(network, new(1), 210));
    }

    [Fact]
    public void A_block_that_is_not_later_or_not_finished_is_refused()
    {
        Network network = Start(new(), (1, 2));
        network.BeginBlock(new(1));
        Assert.StartsWith(
            "Block 1 is not later than block 1.",
            Assert.Throws<ArgumentException>(() => network.BeginBlock(new(1))).Message,
            StringComparison.Ordinal
        );

        network.StartBlock(new(2));
        Assert.Equal(
            "The start of block 2 is not finished.",
            Assert.Throws<InvalidOperationException>(() => network.StartBlock(new(3))).Message
        );
        Assert.Equal(
            "Block 2: the epoch of subnet 1, mechanism 0 has no output.",
            Assert.Throws<InvalidOperationException>(network.FinishBlockStart).Message
        );
    }

    private Network Start(GlobalParameters global, params (ushort NetUid, ulong Tempo)[] subnets)
    {
        Network network = new(global, _events);
        foreach ((ushort netuid, ulong tempo) in subnets)
        {
            network.AddSubnet(new(netuid), new() { Tempo = new(tempo) }, new(5));
        }
        return network;
    }

    private ulong[] EpochBlocks(Network network, NetUid netuid, ulong last)
    {
        List<ulong> blocks = [];
        while (network.Block.Height < last)
        {
            int before = _events.All.Count;
            network.BeginBlock(network.Block + new BlockSpan(1));
            if (
                _events
                    .All.Skip(before)
                    .Any(fact => fact.Kind == ChainEventKind.EpochRan && fact.NetUid == netuid)
            )
            {
                blocks.Add(network.Block.Height);
            }
        }
        return [.. blocks];
    }
}
