namespace Simulator.Cli.Notebooks;

/// <summary>What a cell is written in.</summary>
internal enum CellLanguage
{
    /// <summary>C#, which is run.</summary>
    CSharp,

    /// <summary>Markdown, which is shown.</summary>
    Markdown,

    /// <summary>Anything else, which is shown as it stands.</summary>
    Other,
}
