using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Sections;

namespace Simulator.Scenarios.Tests.Reports.Sections;

public sealed class StoryTests
{
    [Fact]
    public void It_tells_who_earned_how_strategies_fared_and_whether_pay_followed_models() =>
        Assert.Equal(
            "At the last epoch a miner of good earned most, 30.00% of the incentive on average, and one of bad least, "
                + "10.00%. Per miner, copycat earned 67% of what honest earned and lazy 33%. Better models were paid "
                + "better: over the 4 miners with a model, quality and incentive have a rank correlation of 0.95, "
                + "between -0.49 and 1.00 with 95% confidence (Spearman; 1 is the same order).",
            PayOf(
                ("good", "honest", 19661, 0.9),
                ("good", "honest", 19660, 0.8),
                ("mid", "copycat", 13107, 0.7),
                ("bad", "lazy", 6553, 0.7)
            )
        );

    [Fact]
    public void It_says_so_when_worse_models_were_paid_better() =>
        Assert.Contains(
            "Better models were paid worse: over the 3 miners with a model, quality and incentive have a rank "
                + "correlation of -1.00",
            PayOf(("a", "honest", 10, 0.9), ("b", "honest", 20, 0.5), ("c", "honest", 30, 0.1)),
            StringComparison.Ordinal
        );

    [Fact]
    public void It_names_the_groups_that_lost_every_slot()
    {
        var neurons = ResultTables.Neurons();
        Sample.Neuron(neurons, epoch: 1, uid: 0, hotkey: 1, "lazy-ones", incentive: 65535);
        Sample.Neuron(neurons, epoch: 2, uid: 0, hotkey: 2, "newcomers", incentive: 65535);
        Assert.Equal(
            "At the last epoch a miner of newcomers earned 100.00% of the incentive on average. By then every miner of "
                + "lazy-ones had lost its slot.",
            Story.OfPay(new RunData(Sample.Of(neurons, epochs: 2)))
        );
    }

    [Fact]
    public void What_did_not_happen_is_said_in_words() =>
        Assert.Equal(
            "Nobody registered; the price of a registration went from 1 to 1 TAO. The chain made no committed weight "
                + "vector public and refused no extrinsic; no answer came after the deadline.",
            Story.OfChain(new RunData(Sample.Of(ResultTables.Neurons(), epochs: 2)))
        );

    [Fact]
    public void It_says_so_when_there_was_nothing_to_pay()
    {
        var neurons = ResultTables.Neurons();
        Sample.Neuron(neurons, epoch: 1, uid: 0, hotkey: 1, "a", incentive: 65535);
        Assert.Equal(
            "The last epoch had no alpha to pay: what follows are shares of nothing. At the last epoch a miner of a "
                + "earned 100.00% of the incentive on average.",
            Story.OfPay(new RunData(Sample.Of(neurons, epochs: 1, emission: 0)))
        );
    }

    [Fact]
    public void It_says_so_when_nobody_earned() =>
        Assert.Equal("No miner earned incentive at the last epoch.", PayOf(("a", "honest", 0, 0.9)));

    [Fact]
    public void One_group_alone_is_not_compared() =>
        Assert.Equal(
            "At the last epoch a miner of a earned 100.00% of the incentive on average.",
            PayOf(("a", "honest", 65535, double.NaN))
        );

    [Fact]
    public void It_counts_what_happened_on_the_chain()
    {
        var result = new SampleRun().Result();
        long refused = 0;
        foreach (string kind in result["events"]["kind"].Values<string>())
        {
            refused += kind == "Rejected" ? 1 : 0;
        }
        string story = Story.OfChain(new RunData(result));
        Assert.Contains(
            "The chain made 240 committed weight vectors public",
            story,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"refused {refused} extrinsics, most often for SettingWeightsTooFast (",
            story,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_an_epoch_there_is_nothing_to_tell()
    {
        var data = new RunData(new SampleRun { Epochs = 0 }.Result());
        Assert.Equal("No epoch ran, so nobody was paid and there is nothing to draw.", Story.OfPay(data));
        Assert.Equal("", Story.OfChain(data));
    }

    private static string PayOf(
        params (string Group, string Strategy, long Incentive, double Quality)[] miners
    )
    {
        var neurons = ResultTables.Neurons();
        for (int uid = 0; uid < miners.Length; uid++)
        {
            var (group, strategy, incentive, quality) = miners[uid];
            Sample.Neuron(neurons, epoch: 1, uid, hotkey: (ulong)uid, group, incentive, quality, strategy);
        }
        return Story.OfPay(new RunData(Sample.Of(neurons, epochs: 1)));
    }
}
