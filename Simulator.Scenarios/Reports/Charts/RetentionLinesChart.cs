using System.Text.Json.Nodes;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Drawing;

namespace Simulator.Scenarios.Reports.Charts;

/// <summary>Retention lines: for each share of stake the contour on which the honest side earns just that share.</summary>
internal static class RetentionLinesChart
{
    // The share of stake that the consensus document speaks of most.
    private const double Emphasised = 0.6;

    private static readonly string[] Colours =
    [
        "#0072B2",
        "#E69F00",
        "#009E73",
        "#CC79A7",
        "#56B4E9",
        "#8C6D31",
    ];

    /// <summary>The chart of a table of lines.</summary>
    public static Figure Of(Table lines)
    {
        const string id = "retention-lines";
        const string title = "Retention lines";
        if (lines.Rows == 0)
        {
            return new Figure(id, title, "No line was computed.", null);
        }
        double[] stakes = [.. lines["honest_stake"].Values<double>().ToArray().Distinct()];
        // All bands before all lines: no band may veil another line.
        JsonArray traces =
        [
            .. stakes.Select((stake, i) => (JsonNode?)Band(lines, stake, i)),
            .. stakes.Select((stake, i) => (JsonNode?)Line(lines, stake, i)),
        ];
        var layout = Axes.Plain();
        layout["hovermode"] = "closest";
        layout["xaxis"] = Percents("honest utility, %");
        layout["yaxis"] = Percents("cabal's utility, %");
        return new Figure(
            id,
            title,
            "Right of a line the honest side earns at least its share of stake. The rightmost point of a line is the "
                + "utility that suffices against every cabal. Bands: 95% intervals over the draws. Where no utility "
                + "suffices in any draw, a line has no points.",
            new Chart(
                $"Contours of {Readable.Count(stakes.Length, "share")} of stake over the honest side's and the cabal's utility, in percent.",
                520,
                traces,
                layout
            )
        );
    }

    private static JsonObject Line(Table lines, double stake, int number)
    {
        int[] rows = Rows(lines, stake);
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = Readable.WholePercent(stake) + " of stake",
            ["legendgroup"] = Readable.Percent(stake),
            ["x"] = Percent(lines, "needed_utility", rows),
            ["y"] = Percent(lines, "cabal_utility", rows),
            ["line"] = new JsonObject
            {
                ["color"] = Colour(number),
                ["width"] = stake == Emphasised ? 4 : 2,
                ["dash"] = Palette.Dash(number / Colours.Length),
            },
            ["hovertemplate"] = "honest %{x:.1f}%, cabal %{y:.0f}%",
        };
    }

    private static JsonObject Band(Table lines, double stake, int number)
    {
        int[] rows = Rows(lines, stake);
        bool hasInterval = rows.Length > 0 && lines["low"].Values<double>().ToArray().Any(double.IsFinite);
        JsonArray x = [],
            y = [];
        if (hasInterval)
        {
            // Up along the lower ends and back along the upper ones.
            foreach (
                (string column, int row) in rows.Select(r => ("low", r))
                    .Concat(rows.Reverse().Select(r => ("high", r)))
            )
            {
                x.Add(Json.Number(lines[column].Values<double>()[row] * 100));
                y.Add(Json.Number(lines["cabal_utility"].Values<double>()[row] * 100));
            }
        }
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["fill"] = "toself",
            ["fillcolor"] = Palette.Faint(Colour(number), "30"),
            ["line"] = new JsonObject { ["width"] = 0 },
            ["legendgroup"] = Readable.Percent(stake),
            ["showlegend"] = false,
            ["hoverinfo"] = "skip",
            ["x"] = x,
            ["y"] = y,
        };
    }

    /// <summary>Rows of a line whose points some draw reaches.</summary>
    private static int[] Rows(Table lines, double stake) =>
        [
            .. Enumerable
                .Range(0, lines.Rows)
                .Where(row =>
                    lines["honest_stake"].Values<double>()[row] == stake
                    && lines["kept"].Values<long>()[row] > 0
                ),
        ];

    private static JsonArray Percent(Table lines, string column, int[] rows) =>
        Json.Array(rows.Select(row => lines[column].Values<double>()[row]), 100);

    private static string Colour(int number) => Colours[number % Colours.Length];

    private static JsonObject Percents(string title)
    {
        var axis = Axes.Titled(title);
        axis["range"] = new JsonArray(0, 101);
        return axis;
    }
}
