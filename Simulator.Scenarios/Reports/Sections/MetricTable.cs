using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>The headline numbers of the run, folded away.</summary>
internal static class MetricTable
{
    /// <summary>The section of a run.</summary>
    public static Html Of(RunResult result)
    {
        if (result.Metrics.IsEmpty)
        {
            return Html.None;
        }
        string metrics = Readable.Count(result.Metrics.Length, "metric");
        var rows = result.Metrics.Select(m =>
            Html.Of(
                $"<tr><td class=\"word\">{m.Metric}</td><td class=\"word\">{(m.Of.Length == 0 ? "whole subnet" : m.Of)}</td>"
                    + $"<td>{Readable.Short(m.Last)}</td><td>{Readable.Short(m.Mean)}</td><td class=\"word\">{m.Unit}</td></tr>\n"
            )
        );
        return Html.Of(
            $"""
            <section id="metrics">
            <h2>Metrics</h2>
            <details><summary>{metrics}, at the last epoch and on average over the run</summary>
            <div class="wide"><table>
            <thead><tr><th scope="col" class="word">metric</th><th scope="col" class="word">of</th><th scope="col">last</th><th scope="col">mean</th><th scope="col" class="word">unit</th></tr></thead>
            <tbody>
            {Html.Join(rows)}</tbody>
            </table></div>
            </details>
            </section>

            """
        );
    }
}
