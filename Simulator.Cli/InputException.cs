namespace Simulator.Cli;

/// <summary>Something that a user named and that does not do; nothing was run.</summary>
internal sealed class InputException : Exception
{
    /// <summary>Without a message.</summary>
    public InputException() { }

    /// <summary>With what was found and what is allowed.</summary>
    public InputException(string message)
        : base(message) { }

    /// <summary>With what was found and what is allowed, and what raised it.</summary>
    public InputException(string message, Exception inner)
        : base(message, inner) { }
}
