using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Drawing;
using Simulator.Scenarios.Reports.Replays;
using Simulator.Scenarios.Reports.Sections;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Reports;

/// <summary>The report of a replay.</summary>
internal static class ReplayReport
{
    /// <summary>The report as one page that needs nothing else.</summary>
    public static string Html(RunResult result)
    {
        ReplayPicture picture = new(result);
        Figure[] figures = new ReplayCharts(picture).All();
        var body = Reports.Html.Join([
            Heading(result, picture),
            Variants(picture),
            Totals(result[ReplayTables.Totals], picture),
            ExpectationList.Of(result),
            .. figures.Select(FigureSection.Of),
            MetricTable.Of(result),
            Reproduction.Of(result),
        ]);
        return Page.Of($"{result.Scenario} · replay", body, figures);
    }

    private static Html Heading(RunResult result, ReplayPicture picture) =>
        Reports.Html.Of(
            $"""
            <header>
            <p class="kind">Replay · {Readable.Count(picture.Variants.Length, "variant")}</p>
            <h1>{result.Scenario}</h1>
            <p class="question">{result.Question}</p>
            <p class="story">{Story(result, picture)}</p>
            {Shown(picture)}</header>

            """
        );

    private static string Story(RunResult result, ReplayPicture picture) =>
        result.Status == RunStatus.Partial
            ? "The run was interrupted: variants would end at different epochs, so there are no numbers."
            : $"{Readable.Count(picture.AllValidators.Length, "validator")} weigh {Readable.Count(picture.AllMiners.Length, "miner")} "
                + $"over {Readable.Count(result.Epochs, "epoch")}; {Readable.Count(picture.Variants.Length, "variant")} of the rules are run on the same stakes and weights.";

    private static Html Shown(ReplayPicture picture)
    {
        string[] foremost =
        [
            .. picture.Validators.Length < picture.AllValidators.Length
                ? [$"the {picture.Validators.Length} validators of most stake"]
                : (IEnumerable<string>)[],
            .. picture.Miners.Length < picture.AllMiners.Length
                ? [$"the {picture.Miners.Length} miners of most weight by stake"]
                : (IEnumerable<string>)[],
        ];
        return foremost.Length == 0
            ? Reports.Html.None
            : Reports.Html.Of(
                $"<p class=\"note\">To stay readable, charts draw {string.Join(" and ", foremost)}; the tables of the result hold all of them.</p>\n"
            );
    }

    private static Html Variants(ReplayPicture picture)
    {
        var rows = picture.Variants.Select(variant =>
            Reports.Html.Of(
                $"<tr><td class=\"word\">{variant.Label}</td><td class=\"word\">{variant.Rule}</td><td class=\"word\">{variant.Name}</td><td class=\"word\">{variant.Arithmetic}</td><td class=\"word\">{variant.Note}</td></tr>\n"
            )
        );
        return Reports.Html.Of(
            $"""
            <section id="variants">
            <h2>Variants</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col" class="word">variant</th><th scope="col" class="word">rule</th><th scope="col" class="word">name</th><th scope="col" class="word">arithmetic</th><th scope="col" class="word">note</th></tr></thead>
            <tbody>
            {Reports.Html.Join(rows)}</tbody>
            </table></div>
            </section>

            """
        );
    }

    // A row for each validator: names of hotkeys are long, and labels of variants short.
    private static Html Totals(Table totals, ReplayPicture picture)
    {
        var heads = picture.Variants.Select(variant =>
            Reports.Html.Of($"<th scope=\"col\">{variant.Label}{Marked(variant)}</th>")
        );
        var rows = picture.Validators.Select(name =>
            Reports.Html.Of(
                $"<tr><td class=\"word\">{name}</td>{Reports.Html.Join(picture.Variants.Select(variant => Total(totals, picture, variant, name)))}</tr>\n"
            )
        );
        return Reports.Html.Of(
            $"""
            <section id="totals">
            <h2>Total dividends</h2>
            <p>Dividends for 1000 TAO of stake, added up over all epochs, and by how much they are above the base validator's.</p>
            <div class="wide"><table>
            <thead><tr><th scope="col" class="word">validator</th>{Reports.Html.Join(heads)}</tr></thead>
            <tbody>
            {Reports.Html.Join(rows)}</tbody>
            </table></div>
            </section>

            """
        );
    }

    private static Html Marked(ReplayPictureVariant variant) =>
        variant.Note.Length == 0 ? Reports.Html.None : Reports.Html.Of($" <small>({variant.Note})</small>");

    private static Html Total(
        Table totals,
        ReplayPicture picture,
        ReplayPictureVariant variant,
        string validator
    )
    {
        int row = variant.Index * picture.AllValidators.Length + picture.AllValidators.IndexOf(validator);
        string against = totals["is_base"].Values<bool>()[row]
            ? "base"
            : Readable.Signed(totals["percent_vs_base"].Values<double>()[row]) + "%";
        return Reports.Html.Of(
            $"<td>{Readable.Short(totals["total_dividend"].Values<double>()[row])} <small>{against}</small></td>"
        );
    }
}
