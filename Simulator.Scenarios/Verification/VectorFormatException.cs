namespace Simulator.Scenarios.Verification;

/// <summary>A line of a vector file that cannot be read as what it should be.</summary>
internal sealed class VectorFormatException : Exception
{
    /// <summary>Without a message.</summary>
    public VectorFormatException() { }

    /// <summary>With what was found and what is allowed.</summary>
    public VectorFormatException(string message)
        : base(message) { }

    /// <summary>With what was found and what is allowed, and what raised it.</summary>
    public VectorFormatException(string message, Exception inner)
        : base(message, inner) { }
}
