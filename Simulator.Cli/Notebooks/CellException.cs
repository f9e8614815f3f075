namespace Simulator.Cli.Notebooks;

/// <summary>A line of a cell that cannot be carried out, though it is not C# that failed.</summary>
internal sealed class CellException : Exception
{
    /// <summary>Without a message.</summary>
    public CellException() { }

    /// <summary>With what is wrong.</summary>
    public CellException(string message)
        : base(message) { }

    /// <summary>With what is wrong and what raised it.</summary>
    public CellException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>With the line and what is wrong in it.</summary>
    public CellException(int line, string message, Exception? inner = null)
        : base(message, inner) => Line = line;

    /// <summary>Line in the cell, from 1.</summary>
    public int Line { get; } = 1;
}
