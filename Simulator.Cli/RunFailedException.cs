namespace Simulator.Cli;

/// <summary>A run that could not be brought to an end, or whose result could not be kept; no mistake of the input.</summary>
internal sealed class RunFailedException : Exception
{
    /// <summary>Without a message.</summary>
    public RunFailedException() { }

    /// <summary>With what happened.</summary>
    public RunFailedException(string message)
        : base(message) { }

    /// <summary>With what happened and what raised it.</summary>
    public RunFailedException(string message, Exception inner)
        : base(message, inner) { }
}
