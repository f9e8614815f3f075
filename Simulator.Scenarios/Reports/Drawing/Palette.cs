using Simulator.Scenarios.Reports.Data;

namespace Simulator.Scenarios.Reports.Drawing;

/// <summary>Colours, marks and dashes of groups: the same on the whole page, and told apart without colour, too.</summary>
internal static class Palette
{
    /// <summary>What is about the whole subnet.</summary>
    public const string Subnet = "#5B6B7B";

    // Okabe and Ito's colours for all kinds of colour vision, without black and yellow, which vanish on one of the two
    // schemes; then three more of like brightness.
    private static readonly string[] Colours =
    [
        "#0072B2",
        "#E69F00",
        "#009E73",
        "#D55E00",
        "#CC79A7",
        "#56B4E9",
        "#8C6D31",
        "#7A5BB5",
        "#808080",
    ];

    private static readonly string[] Marks =
    [
        "circle",
        "square",
        "diamond",
        "triangle-up",
        "cross",
        "x",
        "triangle-down",
        "star",
        "pentagon",
        "hexagon",
        "hourglass",
    ];

    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];

    /// <summary>A group's colour.</summary>
    public static string Colour(Group group) => Colour(group.Index);

    /// <summary>The n-th colour.</summary>
    public static string Colour(int number) => Colours[number % Colours.Length];

    /// <summary>The dash of the n-th of lines that may lie on each other: the one below shows through the next two.</summary>
    public static string Overlaid(int number) => Dashes[(number + number / Colours.Length) % 3];

    /// <summary>A group's mark.</summary>
    public static string Mark(Group group) => Marks[group.Index % Marks.Length];

    /// <summary>A group's dash: solid until colours repeat.</summary>
    public static string Dash(Group group) => Dash(group.Index / Colours.Length);

    /// <summary>The n-th dash.</summary>
    public static string Dash(int number) => Dashes[number % Dashes.Length];

    /// <summary>A colour with so much of it showing.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="opacity">Two hex digits.</param>
    public static string Faint(string colour, string opacity) => colour + opacity;
}
