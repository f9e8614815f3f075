using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Tests.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Metrics;

public sealed class MetricCatalogTests
{
    private static readonly RunRecorder Run = Worlds.Run(Worlds.Small);

    private static readonly WorldPlan TwoMechanisms = Worlds.Small with
    {
        Subnet = Worlds.Small.Subnet with { MechanismCount = 2 },
        Arrivals = new()
        {
            PerDay = 20,
            Groups = [new("newcomers", 1, _ => new Pupil(80)) { Balance = Tao.Of(100) }],
        },
    };

    [Fact]
    public void Names_are_unique_and_every_metric_says_what_it_means()
    {
        Assert.Equal(MetricCatalog.All.Length, MetricCatalog.All.Select(m => m.Name).Distinct().Count());
        Assert.All(MetricCatalog.All, m => Assert.EndsWith(".", m.Meaning, StringComparison.Ordinal));
    }

    [Fact]
    public void Shares_of_all_groups_add_up_to_one()
    {
        double sum = new[] { "best", "good", "poor" }.Sum(g => Run.Last("incentive_share", g));
        Assert.Equal(1, sum, 1e-12);
        Assert.Equal(1, Run.Last("dividend_share"), 1e-12);
    }

    [Fact]
    public void A_strategy_names_all_of_its_groups()
    {
        Assert.Equal(1, Run.Last("incentive_share", "pupil"), 1e-12);
        // Validators are honest too, and have no incentive.
        Assert.Equal(0, Run.Last("incentive_share", "honest"));
    }

    [Fact]
    public void Quality_and_pay_agree_in_order()
    {
        Assert.Equal(1, Run.Last("model_quality", "best"));
        Assert.Equal(0.6, Run.Last("model_quality", "poor"), 1e-12);
        Assert.Equal(1, Run.Last("rank_agreement"), 1e-12);
    }

    // Three pupils, of qualities 1, 0.9 and 0.6.
    [Fact]
    public void The_median_quality_is_that_of_the_miner_in_the_middle()
    {
        Assert.Equal(0.9, Run.Last("median_quality"), 1e-12);
        Assert.Equal(0.6, Run.Last("median_quality", "poor"), 1e-12);
        Assert.True(double.IsNaN(Run.Last("median_quality", "nobody")));
    }

    [Fact]
    public void Of_two_in_the_middle_the_median_is_the_mean()
    {
        RunRecorder run = Worlds.Run(Worlds.Small.WithMiners(1, _ => new Pupil(70), "fair"));
        Assert.Equal(0.8, run.Last("median_quality"), 1e-12);
    }

    [Fact]
    public void Each_validator_reveals_once_an_epoch() =>
        Assert.All(
            MetricSeries.Of(MetricCatalog.Find("reveals_per_validator")!, Run.Epochs, Run.Neurons).Values,
            reveals => Assert.Equal(1, reveals)
        );

    [Fact]
    public void Nobody_has_no_number()
    {
        Assert.True(double.IsNaN(Run.Last("model_quality", "nobody")));
        Assert.Equal(0, Run.Last("incentive_share", "nobody"));
    }

    [Fact]
    public void The_mean_leaves_out_epochs_without_a_value()
    {
        // Newcomers come after the first epoch: until then their group has no models.
        RunRecorder run = Worlds.Run(TwoMechanisms);
        MetricSeries series = MetricSeries.Of(
            MetricCatalog.Find("model_quality")!,
            run.Epochs,
            run.Neurons,
            "newcomers"
        );
        Assert.True(double.IsNaN(series.Values[0]));
        Assert.Equal(0.8, series.Last, 1e-12);
        Assert.Equal(0.8, series.Mean, 1e-12);
    }

    [Fact]
    public void An_epoch_of_two_mechanisms_counts_once()
    {
        RunRecorder run = Worlds.Run(TwoMechanisms);
        Assert.Equal(run.Count("Registered"), run.Last("registrations"));
        Assert.True(run.Last("registrations") > 1);
    }

    [Fact]
    public void A_validator_is_paid_by_every_mechanism()
    {
        RunRecorder run = Worlds.Run(TwoMechanisms);
        double paid = 0,
            stake = 0;
        for (int row = 0; row < run.Neurons.Rows; row++)
        {
            bool isOfLast = run.Neurons["epoch"].Values<long>()[row] == TwoMechanisms.Epochs;
            if (isOfLast && run.Neurons["role"].Values<string>()[row] == "validator")
            {
                paid += run.Neurons["emission"].Values<ulong>()[row];
                stake += run.Neurons["stake"].Values<ulong>()[row] / 2.0;
            }
        }
        Assert.Equal(paid / stake, run.Last("dividend_per_stake"), 1e-12);
    }
}
