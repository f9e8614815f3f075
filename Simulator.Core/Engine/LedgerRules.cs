using System.Globalization;
using System.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>The rules that keep every amount of a run within what the chain's ledgers can hold.</summary>
internal static class LedgerRules
{
    /// <summary>What the chain lets exist of TAO, and of the alpha of one subnet: 21 million.</summary>
    private const ulong Supply = 21_000_000;

    // The epoch adds stakes up in a signed format; half of its range leaves room for the weight of root TAO.
    private static readonly BigInteger Capacity = BigInteger.One << 62;

    public static IEnumerable<Problem> Problems(WorldPlan plan)
    {
        (string Path, int Count, Alpha Stake, Tao RootStake, Tao Balance)[] groups =
        [
            .. plan.Validators.Select(
                (g, i) => (At("validators", i), g.Count, g.Stake, g.RootStake, g.Balance)
            ),
            .. plan.Miners.Select((g, i) => (At("miners", i), g.Count, g.Stake, Tao.Zero, g.Balance)),
        ];
        return
        [
            .. BeyondSupply(groups.Select(g => (g.Path + ".stake", g.Count, g.Stake.Rao)), "alpha"),
            .. BeyondSupply(groups.Select(g => (g.Path + ".root_stake", g.Count, g.RootStake.Rao)), "TAO"),
            .. BeyondSupply(groups.Select(g => (g.Path + ".balance", g.Count, g.Balance.Rao)), "TAO"),
            .. (plan.Arrivals?.Groups ?? []).SelectMany(
                (g, i) => BeyondSupply([(At("arrivals.miners", i) + ".balance", 1, g.Balance.Rao)], "TAO")
            ),
            .. OfIncome(plan),
        ];
    }

    private static IEnumerable<Problem> BeyondSupply(
        IEnumerable<(string Path, int Count, ulong Rao)> amounts,
        string unit
    )
    {
        BigInteger left = (BigInteger)Supply * Tao.RaoPerTao;
        foreach ((string path, int count, ulong rao) in amounts)
        {
            BigInteger asked = (BigInteger)rao * Math.Max(count, 0);
            if (asked > left)
            {
                yield return new(
                    path,
                    Text($"with this the groups have more than {Supply} {unit}, all that can ever exist")
                );
                yield break;
            }
            left -= asked;
        }
    }

    private static IEnumerable<Problem> OfIncome(WorldPlan plan)
    {
        BigInteger blocks = (BigInteger)plan.Subnet.Tempo.Length * Math.Max(plan.Epochs, 0);
        BigInteger alpha = blocks * plan.Network.AlphaEmission.Rao;
        if (alpha > Capacity)
        {
            yield return new(
                "network.alpha_emission",
                Text(
                    $"{plan.Network.AlphaEmission} in each of {blocks} blocks is more than a ledger can hold"
                )
            );
        }
        else if (alpha * plan.Prices.AlphaInTao.Rao / Tao.RaoPerTao > Capacity)
        {
            yield return new(
                "prices.alpha",
                Text(
                    $"at {plan.Prices.AlphaInTao} the alpha of {blocks} blocks is worth more than a ledger can hold"
                )
            );
        }
    }

    private static string At(string list, int index) => Text($"{list}[{index}]");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
