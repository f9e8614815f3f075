using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Charts;
using Simulator.Scenarios.Reports.Drawing;
using Simulator.Scenarios.Reports.Sections;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies;

namespace Simulator.Scenarios.Reports;

/// <summary>The report of a retention map.</summary>
internal static class RetentionReport
{
    /// <summary>The report as one page that needs nothing else.</summary>
    public static string Html(RunResult result)
    {
        Figure[] figures = [RetentionLinesChart.Of(result[RetentionTables.Lines])];
        var body = Reports.Html.Join([
            Heading(result),
            Needs(result[RetentionTables.Statistics]),
            .. figures.Select(FigureSection.Of),
            ExpectationList.Of(result),
            Reproduction.Of(result),
        ]);
        return Page.Of($"{result.Scenario} · retention map", body, figures);
    }

    private static Html Heading(RunResult result) =>
        Reports.Html.Of(
            $"""
            <header>
            <p class="kind">Retention map · seed {result.Seed}</p>
            <h1>{result.Scenario}</h1>
            <p class="question">{result.Question}</p>
            <p class="story">{Story(result)}</p>
            </header>

            """
        );

    private static string Story(RunResult result) =>
        result.Status == RunStatus.Partial
            ? "The run was interrupted: a part of a map says nothing, so there are no numbers."
            : $"An honest side and a cabal weigh the same miners. {Readable.Count(result.Epochs, "epoch")} of the chain, each without bonds "
                + "from before, say how much of its weight the honest side must give to honest miners to earn its share of stake.";

    private static Html Needs(Table table)
    {
        var stakes = table["honest_stake"].Values<double>();
        var needed = table["needed_utility"].Values<double>();
        var low = table["low"].Values<double>();
        var high = table["high"].Values<double>();
        var kept = table["kept"].Values<long>();
        var draws = table["draws"].Values<long>();
        var rows = new Html[table.Rows];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = Reports.Html.Of(
                $"<tr><td>{Readable.Percent(stakes[row])}</td><td>{Readable.Percent(needed[row])}</td><td>{Readable.Percent(low[row])}</td><td>{Readable.Percent(high[row])}</td><td>{kept[row]} of {draws[row]}</td></tr>\n"
            );
        }
        return Reports.Html.Of(
            $"""
            <section id="needs">
            <h2>Utility that keeps a share of stake</h2>
            <p>Against the worst cabal: mean over the draws, with its 95% interval. A draw in which no utility suffices counts as 100%.</p>
            <div class="wide"><table>
            <thead><tr><th scope="col">honest stake</th><th scope="col">needed utility</th><th scope="col">low</th><th scope="col">high</th><th scope="col">draws kept</th></tr></thead>
            <tbody>
            {Reports.Html.Join(rows)}</tbody>
            </table></div>
            </section>

            """
        );
    }
}
