using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>A place in the page that a chart is drawn into.</summary>
internal static class FigureSection
{
    /// <summary>The section of a figure.</summary>
    public static Html Of(Figure figure) =>
        Html.Of(
            $"""
            <section id="{figure.Id}">
            <h2>{figure.Title}</h2>
            <figure>
            <figcaption>{figure.Caption}</figcaption>
            {Place(figure)}</figure>
            </section>

            """
        );

    private static Html Place(Figure figure) =>
        figure.Chart is { } chart
            ? Html.Of(
                $"<div id=\"chart-{figure.Id}\" class=\"chart\" style=\"height:{chart.Height}px\" role=\"img\" aria-label=\"{chart.Description}\"></div>\n"
            )
            : Html.None;
}
