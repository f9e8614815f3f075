using Simulator.Core.Metrics;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>What happened in a run, in plain sentences.</summary>
internal static class Story
{
    /// <summary>Who was paid, and for what.</summary>
    public static string OfPay(RunData data)
    {
        if (data.Epochs.Count == 0)
        {
            return "No epoch ran, so nobody was paid and there is nothing to draw.";
        }
        var findings = new Findings(data);
        return Text(
            Unpaid(data, findings),
            Earners(findings),
            Gone(findings),
            AgainstHonest(findings),
            Agreement(findings)
        );
    }

    /// <summary>What happened on the chain; empty where no epoch ran.</summary>
    public static string OfChain(RunData data) =>
        data.Epochs.Count == 0 ? "" : Text(Slots(data), Chain(data));

    private static string Text(params string[] sentences) =>
        string.Join(' ', sentences.Where(s => s.Length > 0));

    private static string Unpaid(RunData data, Findings findings) =>
        findings.AnyoneEarned && data.Epochs.Amounts("emission")[^1] == 0
            ? "The last epoch had no alpha to pay: what follows are shares of nothing."
            : "";

    private static string Earners(Findings findings)
    {
        if (findings.Pay.Count == 0)
        {
            return "No miner held a slot at the last epoch.";
        }
        if (!findings.AnyoneEarned)
        {
            return "No miner earned incentive at the last epoch.";
        }
        var (best, most) = findings.Pay[0];
        var (worst, least) = findings.Pay[^1];
        return findings.Pay.Count == 1
            ? $"At the last epoch a miner of {best.Label} earned {Readable.Percent(most)} of the incentive on average."
            : $"At the last epoch a miner of {best.Label} earned most, {Readable.Percent(most)} of the incentive on "
                + $"average, and one of {worst.Label} least, {Readable.Percent(least)}.";
    }

    private static string Gone(Findings findings) =>
        findings.Gone.Count == 0
            ? ""
            : $"By then every miner of {Show.Names(findings.Gone.Select(g => g.Label))} had lost its slot.";

    private static string AgainstHonest(Findings findings) =>
        findings.AgainstHonest.Count == 0
            ? ""
            : "Per miner, "
                + Show.Names(
                    findings.AgainstHonest.Select(
                        (s, i) =>
                            $"{s.Strategy}{(i == 0 ? " earned" : "")} {Readable.WholePercent(s.Ratio)}{(i == 0 ? " of what honest earned" : "")}"
                    )
                )
                + ".";

    private static string Agreement(Findings findings)
    {
        if (double.IsNaN(findings.Agreement))
        {
            return "";
        }
        string verdict = findings.Agreement switch
        {
            >= 0.8 => "Better models were paid better",
            >= 0.5 => "Better models were mostly paid better",
            >= 0.2 => "Better models were paid only somewhat better",
            > -0.2 => "Pay did not follow the quality of models",
            _ => "Better models were paid worse",
        };
        return $"{verdict}: over the {Readable.Count(findings.WithModel, "miner")} with a model, quality and incentive "
            + $"have a rank correlation of {Readable.Decimal(findings.Agreement)}{Interval(findings.AgreementInterval)} (Spearman; 1 is the same order).";
    }

    private static string Interval(RankInterval interval) =>
        double.IsNaN(interval.Low)
            ? ""
            : $", between {Readable.Decimal(interval.Low)} and {Readable.Decimal(interval.High)} with 95% confidence";

    private static string Slots(RunData data)
    {
        ulong[] prices = data.Epochs.Amounts("burn");
        string first = Readable.Short(Readable.InUnits(prices[0]));
        string last = Readable.Short(Readable.InUnits(prices[^1]));
        return $"{ComingAndGoing(data.Epochs)}; the price of a registration went from {first} to {last} TAO.";
    }

    private static string ComingAndGoing(EpochSeries epochs)
    {
        long came = epochs.Total("registered"),
            went = epochs.Total("pruned");
        if (came == 0)
        {
            return "Nobody registered";
        }
        string coming = $"{Readable.Count(came, "neuron")} registered";
        return went == 0
            ? $"{coming} and none lost a slot"
            : $"{coming} and {Readable.Count(went)} lost a slot to a newcomer, "
                + $"{Readable.Count(epochs.Total("pruned_free"))} of them after their immunity had ended";
    }

    private static string Chain(RunData data)
    {
        long refused = data.Epochs.Total("rejected");
        string why =
            refused > 0 && data.Refusals.Count > 0
                ? $", most often for {Show.Bare(data.Refusals[0].Reason)} ({Readable.Count(data.Refusals[0].Times)} times)"
                : "";
        return $"The chain made {Some(data.Epochs.Total("revealed"), "committed weight vector")} public and refused "
            + $"{Some(refused, "extrinsic")}{why}; {Some(data.Epochs.Total("late_answers"), "answer")} came after the deadline.";
    }

    private static string Some(long number, string one) =>
        number == 0 ? $"no {one}" : Readable.Count(number, one);
}
