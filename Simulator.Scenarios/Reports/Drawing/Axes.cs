using System.Text.Json.Nodes;
using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>Layouts: axes with their units, and what all charts share.</summary>
internal static class Axes
{
    private const int FewTicks = 8;

    /// <summary>A layout over epochs.</summary>
    /// <param name="axis">The epochs shown.</param>
    /// <param name="unit">Title of the vertical axis, with its unit.</param>
    public static JsonObject OverEpochs(EpochAxis axis, string unit)
    {
        var layout = Plain();
        layout["hovermode"] = "x unified";
        layout["xaxis"] = Titled("epoch");
        layout["yaxis"] = FromZero(unit);
        if (axis.Points > 0)
        {
            double margin = axis.Stride / 2.0;
            layout["xaxis"]!["range"] = new JsonArray(axis.Shown[0] - margin, axis.Shown[^1] + margin);
            StepByOne(layout["xaxis"]!, axis.Shown[^1] - axis.Shown[0]);
        }
        return layout;
    }

    /// <summary>Puts ticks of an axis at whole numbers, where it is so short that they would fall between.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="length">Its length.</param>
    public static void StepByOne(JsonNode axis, long length)
    {
        if (length <= FewTicks)
        {
            axis["dtick"] = 1;
        }
    }

    /// <summary>A layout without axes yet: type, margins, legend below, no background of its own.</summary>
    public static JsonObject Plain() =>
        new()
        {
            ["autosize"] = true,
            ["margin"] = new JsonObject
            {
                ["t"] = 30,
                ["r"] = 12,
                ["b"] = 40,
                ["l"] = 56,
            },
            ["font"] = new JsonObject { ["family"] = "system-ui, sans-serif", ["size"] = 13 },
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["hoverlabel"] = new JsonObject
            {
                ["namelength"] = -1,
                ["bgcolor"] = "#ffffff",
                ["bordercolor"] = "#8c959f",
                ["font"] = new JsonObject { ["color"] = "#1d2329" },
            },
            ["modebar"] = new JsonObject { ["bgcolor"] = "rgba(0,0,0,0)" },
            ["showlegend"] = true,
            ["legend"] = new JsonObject
            {
                ["orientation"] = "h",
                ["yref"] = "container",
                ["y"] = 0,
                ["yanchor"] = "bottom",
                ["x"] = 0,
            },
        };

    /// <summary>An axis with a title.</summary>
    public static JsonObject Titled(string title) =>
        new()
        {
            ["title"] = new JsonObject { ["text"] = title, ["standoff"] = 8 },
            ["automargin"] = true,
            ["zeroline"] = false,
            ["gridcolor"] = "#8883",
            ["nticks"] = FewTicks,
        };

    /// <summary>An axis with a title that begins at zero.</summary>
    public static JsonObject FromZero(string title)
    {
        var axis = Titled(title);
        axis["rangemode"] = "tozero";
        return axis;
    }
}
