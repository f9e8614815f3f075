using Simulator.Core.Agents;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>Income and costs at the last epoch, by group and by miner, and what the subnet pays for quality.</summary>
internal static class ProfitAndLoss
{
    private static readonly string[] Amounts =
    [
        "income",
        "compute",
        "energy",
        "registration",
        "other",
        "profit",
    ];

    /// <summary>The section of a run; nothing where no costs were counted.</summary>
    public static Html Of(RunData data)
    {
        NeuronRow[] miners = [.. data.LastMiners];
        if (miners.Length == 0 || !Ledger.CountsCosts(data))
        {
            return Html.None;
        }
        var groups = data
            .Groups.Miners.Select(g => (Group: g, Members: miners.Where(n => n.Group == g).ToArray()))
            .Where(g => g.Members.Length > 0);
        return Html.Of(
            $"""
            <section id="money">
            <h2>Profit and loss</h2>
            <p>USD of one miner on average, since it came, at the prices of the scenario. {Price(
                miners
            )} {Providers(miners)}</p>
            <div class="wide"><table>
            <thead><tr><th scope="col" class="word">group</th><th scope="col">miners</th>{Heads}</tr></thead>
            <tbody>
            {Html.Join(groups.Select(g => OfGroup(g.Group, g.Members)))}</tbody>
            </table></div>
            <details><summary>Every miner by itself</summary>
            <div class="wide"><table class="sortable">
            <thead><tr><th scope="col" class="number"><button type="button">uid</button></th><th scope="col" class="word"><button type="button">group</button></th>{SortableHeads}</tr></thead>
            <tbody>
            {Html.Join(miners.Select(OfMiner))}</tbody>
            </table></div>
            </details>
            </section>

            """
        );
    }

    private static Html Heads => Html.Join(Amounts.Select(name => Html.Of($"<th scope=\"col\">{name}</th>")));

    private static Html SortableHeads =>
        Html.Join(
            Amounts.Select(name =>
                Html.Of($"<th scope=\"col\" class=\"number\"><button type=\"button\">{name}</button></th>")
            )
        );

    private static string Price(NeuronRow[] miners)
    {
        double paid = miners.Sum(n => n.Money.Income),
            quality = miners.Where(n => double.IsFinite(n.Quality)).Sum(n => n.Quality);
        return quality > 0
            ? $"All miners together were paid {Dollars(paid)} USD and have {Readable.Short(quality * 100)} points of model quality: {Dollars(paid / quality / 100)} USD a point."
            : "";
    }

    private static string Providers(NeuronRow[] miners)
    {
        double left = miners.Where(n => double.IsFinite(n.Provider)).Sum(n => n.Provider);
        return left == 0 ? "" : $"To the providers of their hardware {Dollars(left)} USD are left.";
    }

    private static Html OfGroup(Group group, NeuronRow[] members) =>
        Html.Of(
            $"<tr><td class=\"word\"><i style=\"background:{Palette.Colour(group)}\"></i>{group.Label}</td><td>{members.Length}</td>"
                + $"{Html.Join(Of(members).Select(amount => Html.Of($"<td>{Dollars(amount)}</td>")))}</tr>\n"
        );

    private static Html OfMiner(NeuronRow miner) =>
        Html.Of(
            $"<tr><td>{miner.Uid}</td><td class=\"word\"><i style=\"background:{Palette.Colour(miner.Group)}\"></i>{miner.Group.Label}</td>"
                + $"{Html.Join(Of([miner]).Select(amount => Html.Of($"<td data-sort=\"{amount}\">{Dollars(amount)}</td>")))}</tr>\n"
        );

    private static double[] Of(NeuronRow[] members)
    {
        Account[] accounts = [.. members.Select(n => n.Money)];
        return
        [
            accounts.Average(a => a.Income),
            accounts.Average(a => a.Compute),
            accounts.Average(a => a.Energy),
            accounts.Average(a => a.Entry),
            accounts.Average(a => a.Other),
            accounts.Average(a => a.Profit),
        ];
    }

    private static string Dollars(double amount) => Readable.Money(amount);
}
