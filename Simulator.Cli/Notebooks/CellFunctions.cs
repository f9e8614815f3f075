using Simulator.Cli.Notebooks.Outputs;

namespace Simulator.Cli.Notebooks;

/// <summary>What cells may call by its bare name, spelt as in the interactive kernel.</summary>
public static class CellFunctions
{
    /// <summary>Shows a value: a chart, a table, a list of records, HTML, or its text.</summary>
    public static void display(object? value) => OutputLog.Current?.Show(value);

    /// <summary>HTML to be shown as it is.</summary>
    public static HtmlFragment HTML(string markup) => new(markup);
}
