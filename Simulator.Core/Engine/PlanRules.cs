using System.Globalization;
using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Tasks.Profiles;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>The rules that a world's description keeps.</summary>
internal static class PlanRules
{
    public const int MostEpochs = 1_000_000;
    private const int MostMembers = 1_000_000;
    private const double MostArrivals = 7_200;
    private const ulong LongestRetry = 1_000_000;

    public static IEnumerable<Problem> Problems(WorldPlan plan) =>
        [
            .. plan.Network.Problems("network"),
            .. plan.Subnet.Problems("subnet"),
            .. OfApproximateRule(plan),
            .. plan.Drift?.Problems("drift") ?? [],
            .. plan.Queries.Problems("queries"),
            .. plan.Fidelity.Problems("fidelity"),
            .. OfProfile(plan),
            .. plan.Commit.Problems("commit_reveal"),
            .. plan.Miners.SelectMany((g, i) => OfGroup(At("miners", i), g.Count, g.Sell)),
            .. plan.Validators.SelectMany((g, i) => OfGroup(At("validators", i), g.Count, g.Sell)),
            .. plan.Validators.SelectMany((g, i) => g.Scoring.Problems(At("validators", i))),
            .. OfNames(plan),
            .. OfArrivals(plan.Arrivals),
            .. OfWhole(plan),
            .. LedgerRules.Problems(plan),
        ];

    // The first liquid alpha has no switch of its own: where it is off, nobody has looked at its bounds yet.
    private static IEnumerable<Problem> OfApproximateRule(WorldPlan plan)
    {
        (PerU16 low, PerU16 high) = (plan.Subnet.AlphaLow, plan.Subnet.AlphaHigh);
        if (
            plan.ApproximateRule == ApproximateRule.Yuma2LiquidV1
            && !plan.Subnet.LiquidAlphaEnabled
            && low > high
        )
        {
            yield return new("subnet.alpha_low", $"{low} is above alpha_high, which is {high}");
        }
    }

    // Only a plan that says so in its title may run without models.
    private static IEnumerable<Problem> OfProfile(WorldPlan plan)
    {
        if (plan.Task is ProfiledTask != plan.Fidelity.Profile is not null)
        {
            yield return new(
                "fidelity.profile",
                plan.Fidelity.Profile is null
                    ? "missing, but learning curves answer the task; write where they come from"
                    : "names learning curves, but the task is no ProfiledTask, which they would answer"
            );
        }
        if (plan.Fidelity.Profile is not null && plan.Drift is not null)
        {
            yield return new(
                "drift",
                "learning curves know one world only; a world that moves needs models that are trained"
            );
        }
    }

    private static IEnumerable<Problem> OfGroup(string path, int count, double sell)
    {
        if (count < 0)
        {
            yield return new($"{path}.count", Text($"{count} is negative"));
        }
        if (count > MostMembers)
        {
            yield return new($"{path}.count", Text($"{count} is above {MostMembers}"));
        }
        if (sell is not (>= 0 and <= 1))
        {
            yield return new($"{path}.sell", Text($"{sell} is not a share in [0, 1]"));
        }
    }

    private static IEnumerable<Problem> OfNames(WorldPlan plan)
    {
        (string Path, string Name)[] groups =
        [
            .. plan.Validators.Select((g, i) => (At("validators", i), g.Name)),
            .. plan.Miners.Select((g, i) => (At("miners", i), g.Name)),
            .. (plan.Arrivals?.Groups ?? []).Select((g, i) => (At("arrivals.miners", i), g.Name)),
        ];
        for (int i = 0; i < groups.Length; i++)
        {
            int first = Array.FindIndex(groups, g => g.Name == groups[i].Name);
            if (first < i)
            {
                yield return new(
                    $"{groups[i].Path}.name",
                    $"'{groups[i].Name}' is also the name of {groups[first].Path}"
                );
            }
        }
    }

    private static IEnumerable<Problem> OfArrivals(ArrivalPlan? arrivals)
    {
        if (arrivals is null)
        {
            yield break;
        }
        if (arrivals.PerDay is not (>= 0 and <= MostArrivals))
        {
            yield return new("arrivals.per_day", Text($"{arrivals.PerDay} is outside 0 to {MostArrivals}"));
        }
        if (arrivals.PerDay > 0 && !arrivals.Groups.Any(g => g.Count > 0))
        {
            yield return new("arrivals.miners", "nobody can arrive; name at least one group");
        }
        if (arrivals.RetryAfter.Length is < 1 or > LongestRetry)
        {
            yield return new(
                "arrivals.retry_after",
                Text($"{arrivals.RetryAfter} is outside 1 to {LongestRetry} blocks")
            );
        }
        for (int i = 0; i < arrivals.Groups.Length; i++)
        {
            foreach (
                Problem problem in OfGroup(
                    At("arrivals.miners", i),
                    arrivals.Groups[i].Count,
                    arrivals.Groups[i].Sell
                )
            )
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> OfWhole(WorldPlan plan)
    {
        if (plan.Epochs is < 1 or > MostEpochs)
        {
            yield return new("epochs", Text($"{plan.Epochs} is outside 1 to {MostEpochs}"));
        }
        if (plan.Subnet.Tempo.Length == 0)
        {
            yield return new("subnet.tempo", "0 blocks would never end an epoch; at least 1 block");
        }
        if (plan.Network.MaxEpochsPerBlock == 0)
        {
            yield return new("network.max_epochs_per_block", "0 would let no epoch run; at least 1");
        }
        int neurons = Sum(plan.Miners.Select(g => g.Count)) + Sum(plan.Validators.Select(g => g.Count));
        if (neurons == 0)
        {
            yield return new("miners", "nobody takes part; name at least one miner or validator");
        }
        if (neurons > plan.Subnet.MaxAllowedUids)
        {
            yield return new(
                "subnet.max_allowed_uids",
                Text($"{plan.Subnet.MaxAllowedUids} slots for {neurons} miners and validators")
            );
        }
    }

    private static int Sum(IEnumerable<int> counts) =>
        (int)Math.Min(counts.Sum(count => (long)Math.Max(count, 0)), int.MaxValue / 2);

    private static string At(string list, int index) => Text($"{list}[{index}]");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
