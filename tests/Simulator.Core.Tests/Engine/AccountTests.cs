using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Policies;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tests.Agents;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class AccountTests
{
    private static readonly Hardware Dear = new()
    {
        Compute = 1_000,
        TrainingSeconds = 3_600,
        UsdPerHour = 2,
        EnergyUsdPerHour = 0.25,
    };

    [Fact]
    public void Income_is_what_the_chain_paid_at_the_prices_of_the_plan()
    {
        RunRecorder run = Worlds.Run(Worlds.Small);
        double paid = 0;
        Table events = run.Events;
        for (int i = 0; i < events.Rows; i++)
        {
            paid += events["kind"].Values<string>()[i] is "IncentivePaid" or "DividendPaid"
                ? events["amount"].Values<ulong>()[i]
                : 0;
        }
        Table neurons = run.Neurons;
        double income = 0;
        for (int row = 0; row < neurons.Rows; row++)
        {
            income +=
                neurons["epoch"].Values<long>()[row] == 5 ? neurons["income_usd"].Values<double>()[row] : 0;
        }
        Assert.True(paid > 0);
        Assert.Equal(paid / 1e9 * 0.02 * 400, income, 1e-6 * income);
    }

    [Fact]
    public void Costs_are_the_hours_of_the_machine()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithMiners(1, _ => new HonestMiner(new Student(), Dear), "dear")
        );
        // Five tempos of one hour each.
        Assert.Equal(5 * 2.25, run.Last("costs_per_miner", "dear"));
        Assert.Equal(-5 * 2.25, run.Last("profit_per_miner", "dear"));
    }

    [Fact]
    public void Who_pays_for_its_slot_alone_has_a_profit_beside_those_who_pay_for_work()
    {
        WorldPlan plan = Worlds.Small.WithMiners(1, _ => new HonestMiner(new Student(), Dear), "dear") with
        {
            Epochs = 10,
            Arrivals = new()
            {
                PerDay = 20,
                Groups = [new("newcomers", 1, _ => new Pupil(95)) { Balance = Tao.Of(10) }],
            },
        };
        RunRecorder run = Worlds.Run(plan);
        double entry = Mean(run, "newcomers", "entry_usd");
        Assert.True(entry > 0);
        Assert.Equal(entry, run.Last("costs_per_miner", "newcomers"), 1e-9);
        Assert.Equal(
            Mean(run, "newcomers", "income_usd") - entry,
            run.Last("profit_per_miner", "newcomers"),
            1e-9
        );
        Assert.Equal(0, run.Last("costs_per_miner", "best"));
    }

    [Fact]
    public void Who_neither_pays_nor_earns_has_a_profit_of_nothing_where_a_provider_pays()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithMiners(
                1,
                _ => new FirmMiner(new Student(), Dear, new SteadyTraining()) { ProviderShare = 0.5 },
                "hired"
            )
        );
        Assert.Equal(0, run.Last("costs_per_miner", "hired"));
        Assert.Equal(0, run.Last("profit_per_miner", "hired"));
    }

    [Fact]
    public void Where_no_miner_pays_for_work_there_are_no_costs_to_tell()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small with
            {
                Validators =
                [
                    .. Worlds.Small.Validators.Select(g => g with { Scoring = new() { QuestionCost = 1 } }),
                ],
            }
        );
        foreach (string metric in (string[])["costs_per_miner", "profit_per_miner", "usd_per_quality"])
        {
            Assert.Equal(double.NaN, run.Last(metric, "best"));
        }
    }

    [Fact]
    public void A_point_of_quality_is_a_hundredth()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithMiners(1, _ => new HonestMiner(new Student(), Dear), "dear")
        );
        // A pupil that knows 60 of 100 numbers has 60 points.
        Assert.Equal(
            Mean(run, "poor", "income_usd") / 60,
            run.Last("usd_per_quality", "poor"),
            1e-9 * run.Last("usd_per_quality", "poor")
        );
    }

    [Fact]
    public void A_provider_bears_the_costs_for_its_share_of_the_income()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithMiners(
                1,
                _ => new FirmMiner(new Pupil(80), Dear, new SteadyTraining())
                {
                    ProviderShare = 0.25,
                    OtherUsd = 3,
                },
                "hired"
            )
        );
        int last = run.Neurons.Rows - 1;
        double Of(string column) => run.Neurons[column].Values<double>()[last];
        Assert.Equal("hired", run.Neurons["group"].Values<string>()[last]);
        Assert.True(Of("income_usd") > 0);
        Assert.Equal(0, Of("compute_usd"));
        Assert.Equal(3 + 0.25 * Of("income_usd"), Of("other_usd"));
        Assert.Equal(0.25 * Of("income_usd"), Of("provider_usd"));
    }

    [Fact]
    public void Quitting_is_an_event_and_an_end_of_costs()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithMiners(
                1,
                _ => new FirmMiner(new Student(), Dear, new SteadyTraining()) { Patience = 2 },
                "losers"
            )
        );
        Assert.Equal(1, run.Count("Quit"));
        // It works in two tempos, and sees at the third decision that they brought nothing.
        Assert.Equal(2 * 2.25, run.Last("costs_per_miner", "losers"));
    }

    /// <summary>Mean of a column over the members of a group at the last epoch.</summary>
    private static double Mean(RunRecorder run, string group, string column)
    {
        Table neurons = run.Neurons;
        long[] epochs = neurons["epoch"].Values<long>().ToArray();
        string[] groups = neurons["group"].Values<string>().ToArray();
        double[] values = neurons[column].Values<double>().ToArray();
        return values.Where((_, row) => epochs[row] == epochs[^1] && groups[row] == group).Average();
    }
}
