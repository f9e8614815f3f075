namespace Simulator.Cli.Notebooks;

/// <summary>A file that cannot be read as a C# notebook.</summary>
internal sealed class NotebookFormatException : Exception
{
    /// <summary>Without a message.</summary>
    public NotebookFormatException() { }

    /// <summary>With what is wrong, as <c>file: error: message</c>.</summary>
    public NotebookFormatException(string message)
        : base(message) { }

    /// <summary>With what is wrong and what raised it.</summary>
    public NotebookFormatException(string message, Exception inner)
        : base(message, inner) { }
}
