using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tests.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Metrics;

public sealed class RunRecorderTests
{
    private static readonly RunRecorder Small = Worlds.Run(Worlds.Small);

    [Fact]
    public void Every_table_has_columns_of_equal_length() =>
        Assert.All(
            Small.Tables,
            table => Assert.All(table.Columns, column => Assert.Equal(table.Rows, column.Count))
        );

    [Fact]
    public void Every_epoch_and_every_slot_has_a_row()
    {
        Assert.Equal([1, 2, 3, 4, 5], Small.Epochs["epoch"].Values<long>());
        Assert.Equal([360, 720, 1080, 1440, 1800], Small.Epochs["block"].Values<long>());
        Assert.Equal(5 * 6, Small.Neurons.Rows);
        Assert.Equal([0, 1, 2, 3, 4, 5], Small.Neurons["uid"].Values<long>()[..6]);
    }

    [Fact]
    public void Events_are_numbered_in_order_and_end_at_the_last_epoch()
    {
        Table events = Small.Events;
        Assert.Equal(
            [.. Enumerable.Range(0, events.Rows).Select(i => (long)i)],
            events["sequence"].Values<long>()
        );
        Assert.Equal(1800, events["block"].Values<long>()[^1]);
        Assert.Equal("Block", events["phase"].Values<string>()[^1]);
    }

    [Fact]
    public void What_is_paid_out_is_what_the_events_say()
    {
        Table events = Small.Events;
        ulong paid = 0,
            emitted = 0;
        for (int i = 0; i < events.Rows; i++)
        {
            bool isPaid = events["kind"].Values<string>()[i] is "IncentivePaid" or "DividendPaid";
            paid += isPaid ? events["amount"].Values<ulong>()[i] : 0;
        }
        foreach (ulong emission in Small.Neurons["emission"].Values<ulong>())
        {
            emitted += emission;
        }
        // A share of 2⁻³² of an epoch's 295 alpha is 69 rao, lost at most once per slot and epoch.
        Assert.InRange((double)paid, emitted - 30 * 69.0, emitted + 30 * 69.0);
    }

    [Fact]
    public void Weights_of_the_last_epoch_are_kept_in_any_case()
    {
        using RunRecorder last = new(Worlds.Small);
        new Simulation(Worlds.Small, 1, last.Observers).Run(TestContext.Current.CancellationToken);
        Table all = Small.Weights,
            few = last.Weights;
        Assert.Equal(5, few["epoch"].Values<long>().ToArray().Distinct().Single());
        Assert.Equal([1L, 2, 3, 4, 5], all["epoch"].Values<long>().ToArray().Distinct());
        Assert.Equal(few["bond_u16"].Values<long>(), all["bond_u16"].Values<long>()[^few.Rows..]);
    }

    [Fact]
    public void Pruned_neurons_are_told_apart_by_their_immunity()
    {
        WorldPlan plan = Worlds.Small with
        {
            Epochs = 40,
            Subnet = new()
            {
                MaxAllowedUids = 6,
                MinAllowedUids = 6,
                ImmunityPeriod = new(65_535),
                MinNonImmuneUids = 0,
                Burn = Tao.Of(1),
            },
            Arrivals = new()
            {
                PerDay = 20,
                Groups = [new("newcomers", 1, _ => new Pupil(80)) { Balance = Tao.Of(10) }],
            },
        };
        RunRecorder run = Worlds.Run(plan);
        Assert.True(run.Last("prunings") > 0);
        Assert.Equal(0, run.Last("prunings_after_immunity"));
    }

    [Fact]
    public void The_digest_hears_every_event()
    {
        RunRecorder other = Worlds.Run(
            Worlds.Small with
            {
                Queries = Worlds.Small.Queries with { Interval = new(61) },
            }
        );
        Assert.NotEqual(Small.Digest, other.Digest);
        Assert.Equal(64, Small.Digest.Length);
    }
}
