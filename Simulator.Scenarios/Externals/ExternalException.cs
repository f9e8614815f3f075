namespace Simulator.Scenarios.Externals;

/// <summary>Models outside the simulator that cannot be asked at all; a single answer that fails is no exception.</summary>
public sealed class ExternalException : Exception
{
    /// <summary>Without a message.</summary>
    public ExternalException() { }

    /// <summary>With what is wrong.</summary>
    public ExternalException(string message)
        : base(message) { }

    /// <summary>With what is wrong and what raised it.</summary>
    public ExternalException(string message, Exception inner)
        : base(message, inner) { }
}
