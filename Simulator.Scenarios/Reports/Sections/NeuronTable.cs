using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>Everyone who held a slot at the last epoch, in a table that a click sorts.</summary>
internal static class NeuronTable
{
    private static readonly string[] Columns =
    [
        "uid",
        "hotkey",
        "group",
        "strategy",
        "stake, alpha",
        "incentive, %",
        "dividends, %",
        "vtrust, %",
        "quality, %",
        "emission, alpha",
        "permit",
    ];

    /// <summary>The section of a run.</summary>
    public static Html Of(RunData data)
    {
        string slots = Readable.Count(data.Last.Length, "slot");
        var heads = Columns.Select(Head);
        return Html.Of(
            $"""
            <section id="neurons">
            <h2>Neurons at the last epoch</h2>
            <p>{slots} in use. Incentive and dividends: percent of the subnet's. Vtrust: percent of a validator's weight that consensus kept. Quality: mean score of its own model on held-out questions, percent of a perfect one. Emission: pay of the last epoch. A click on a column's name sorts.</p>
            <div class="wide"><table class="sortable">
            <thead><tr>{Html.Join(heads)}</tr></thead>
            <tbody>
            {Html.Join(data.Last.Select(Row))}</tbody>
            </table></div>
            </section>

            """
        );
    }

    private static Html Head(string name) =>
        Html.Of(
            $"<th scope=\"col\" class=\"{(name is "group" or "strategy" ? "word" : "number")}\"><button type=\"button\">{name}</button></th>"
        );

    private static Html Row(NeuronRow n) =>
        Html.Of(
            $"<tr><td>{n.Uid}</td><td>{n.Hotkey}</td><td class=\"word\"><i style=\"background:{Palette.Colour(n.Group)}\"></i>{n.Group.Label}</td>"
                + $"<td class=\"word\">{n.Strategy}</td>{Cell(n.Stake, Readable.Units(n.Stake))}"
                + $"{Share(n.Incentive)}{Share(n.Dividends)}{Share(n.Trust)}{Share(n.Quality)}"
                + $"{Cell(n.Emission, Readable.Units(n.Emission))}<td>{(n.Permit ? "yes" : "no")}</td></tr>\n"
        );

    private static Html Cell(ulong sortedBy, string shown) =>
        Html.Of($"<td data-sort=\"{sortedBy}\">{shown}</td>");

    private static Html Share(double share) =>
        double.IsNaN(share)
            ? Html.Of($"<td data-sort=\"-1\">{Readable.Nothing}</td>")
            : Html.Of($"<td data-sort=\"{share}\">{Readable.Percent(share).TrimEnd('%')}</td>");
}
