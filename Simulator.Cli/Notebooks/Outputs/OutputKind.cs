namespace Simulator.Cli.Notebooks.Outputs;

/// <summary>How a cell's output is to be read.</summary>
internal enum OutputKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A piece of HTML.</summary>
    Html,

    /// <summary>A Plotly figure as JSON.</summary>
    Chart,
}
