namespace Simulator.Scenarios.Externals;

/// <summary>Why one answer failed.</summary>
internal sealed class ExternalFault : Exception
{
    /// <summary>Without a reason.</summary>
    public ExternalFault() { }

    /// <summary>With the reason, as a clause that follows a colon.</summary>
    public ExternalFault(string message)
        : base(message) { }

    /// <summary>With the reason and what raised it.</summary>
    public ExternalFault(string message, Exception inner)
        : base(message, inner) { }
}
