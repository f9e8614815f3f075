using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Policies;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tests.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class ArrivalTests
{
    private static readonly MinerGroup Newcomers = new("newcomers", 1, _ => new Pupil(95))
    {
        Balance = Tao.Of(10),
    };

    private static readonly WorldPlan Plan = Worlds.Small with
    {
        Epochs = 100,
        Subnet = new()
        {
            MaxAllowedUids = 8,
            MinAllowedUids = 8,
            ImmunityPeriod = new(720),
            MinNonImmuneUids = 0,
            Burn = Tao.Of(1),
        },
        Arrivals = new() { PerDay = 10, Groups = [Newcomers] },
    };

    [Fact]
    public void Arrivals_fill_the_slots_and_then_the_weakest_gives_way()
    {
        RunRecorder run = Worlds.Run(Plan);
        Assert.Equal(8, run.Last("neurons"));
        Assert.Equal(run.Last("registrations") - 2, run.Last("prunings"));
        Assert.True(run.Last("prunings_after_immunity") > 0);
        Assert.True(double.IsNaN(run.Last("incentive_per_miner", "poor")));
    }

    [Fact]
    public void As_many_come_as_the_plan_says()
    {
        RunRecorder run = Worlds.Run(Plan with { Epochs = 1_000 });
        int came = run.Count("Registered") + run.Count("StayedOut") + run.Count("Rejected");
        // 50 days of 10 arrivals each: within four standard deviations of a Poisson number.
        Assert.InRange(came, 500 - 90, 500 + 90);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(double.Epsilon)]
    public void A_rate_so_low_that_nobody_ever_comes_is_no_mistake(double perDay)
    {
        RunRecorder run = Worlds.Run(
            Plan with
            {
                Epochs = 1,
                Arrivals = Plan.Arrivals! with { PerDay = perDay },
            }
        );
        Assert.Equal(0, run.Count("Registered"));
    }

    [Fact]
    public void Nobody_enters_above_its_reservation_price()
    {
        RunRecorder run = Worlds.Run(
            Plan with
            {
                Subnet = Plan.Subnet with { MinBurn = Tao.Of(0.9m) },
                Arrivals = Plan.Arrivals! with { ReservationPrice = Tao.Of(0.8m) },
            }
        );
        Assert.Equal(0, run.Count("Registered"));
        Assert.True(run.Count("StayedOut") > 20);
    }

    [Fact]
    public void Nobody_enters_without_the_money()
    {
        RunRecorder run = Worlds.Run(
            Plan with
            {
                Subnet = Plan.Subnet with { MinBurn = Tao.Of(0.5m) },
                Arrivals = Plan.Arrivals! with { Groups = [Newcomers with { Balance = Tao.Of(0.4m) }] },
            }
        );
        Assert.Equal(0, run.Count("Registered"));
        Assert.Equal(0, run.Count("Rejected"));
    }

    [Fact]
    public void A_pruned_miner_comes_back_only_where_the_plan_lets_it()
    {
        WorldPlan again = Plan with { Arrivals = Plan.Arrivals! with { Reenter = true } };
        Assert.Equal(Registrations(Plan).Distinct().Count(), Registrations(Plan).Length);
        Assert.True(Registrations(again).Distinct().Count() < Registrations(again).Length);
    }

    [Fact]
    public void A_pruned_firm_that_has_quit_never_comes_back()
    {
        // Every tempo costs more than it could bring, so each quits in its second one, and is immune till then.
        Hardware dear = new() { TrainingSeconds = 3_600, UsdPerHour = 1e9 };
        MinerGroup firms = Newcomers with
        {
            Recipe = _ => new FirmMiner(new Student(), dear, new SteadyTraining()) { Patience = 1 },
        };
        WorldPlan plan = Plan with { Arrivals = Plan.Arrivals! with { Reenter = true, Groups = [firms] } };
        RunRecorder run = Worlds.Run(plan);
        Assert.True(run.Count("Quit") > 8);
        Assert.True(run.Count("Pruned") > 8);
        Assert.Equal(Registrations(plan).Distinct().Count(), Registrations(plan).Length);
    }

    [Fact]
    public void A_newcomer_that_stays_out_never_comes_back()
    {
        WorldPlan dear = Plan with
        {
            Subnet = Plan.Subnet with { MinBurn = Tao.Of(0.9m) },
            Arrivals = Plan.Arrivals! with { ReservationPrice = Tao.Of(0.8m) },
        };
        WorldPlan again = dear with { Arrivals = dear.Arrivals! with { Reenter = true } };
        Assert.Equal(Worlds.Run(dear).Count("StayedOut"), Worlds.Run(again).Count("StayedOut"));
    }

    [Fact]
    public void Groups_come_as_often_as_their_counts_say()
    {
        RunRecorder run = Worlds.Run(
            Plan with
            {
                Epochs = 400,
                Arrivals = Plan.Arrivals! with
                {
                    Groups = [Newcomers with { Count = 3 }, Newcomers with { Name = "rare" }],
                },
            }
        );
        Assert.True(
            Seen(run, "newcomers") > 1.5 * Seen(run, "rare"),
            $"{Seen(run, "newcomers")} and {Seen(run, "rare")}"
        );
    }

    [Fact]
    public void Income_that_is_sold_buys_tao_at_the_fixed_price()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small with
            {
                Miners = [.. Worlds.Small.Miners.Select(g => g with { Sell = 0.5 })],
            }
        );
        Table events = run.Events;
        ulong paid = 0,
            sold = 0;
        for (int i = 0; i < events.Rows; i++)
        {
            ulong amount = events["amount"].Values<ulong>()[i];
            string kind = events["kind"].Values<string>()[i];
            bool isLast = events["block"].Values<long>()[i] == 5 * 360;
            paid += kind == "IncentivePaid" && !isLast ? amount : 0;
            sold += kind == "Sold" ? amount : 0;
        }
        // Half of the income of four tempos, at 0.02 TAO; each sale loses less than 2 rao to rounding.
        Assert.InRange(sold, paid / 100 - 24, paid / 100);
    }

    private static long[] Registrations(WorldPlan plan)
    {
        RunRecorder run = Worlds.Run(plan);
        Table events = run.Events;
        List<long> hotkeys = [];
        for (int i = 0; i < events.Rows; i++)
        {
            if (events["kind"].Values<string>()[i] == "Registered")
            {
                hotkeys.Add(events["other"].Values<long>()[i]);
            }
        }
        return [.. hotkeys];
    }

    private static int Seen(RunRecorder run, string group)
    {
        HashSet<ulong> hotkeys = [];
        for (int i = 0; i < run.Neurons.Rows; i++)
        {
            if (run.Neurons["group"].Values<string>()[i] == group)
            {
                hotkeys.Add(run.Neurons["hotkey"].Values<ulong>()[i]);
            }
        }
        return hotkeys.Count;
    }
}
