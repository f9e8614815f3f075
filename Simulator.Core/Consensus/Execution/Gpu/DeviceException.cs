namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>A device was asked for that is not there, or cannot do what it is asked.</summary>
public sealed class DeviceException : Exception
{
    /// <summary>Says nothing.</summary>
    public DeviceException() { }

    /// <summary>Says what is missing.</summary>
    public DeviceException(string message)
        : base(message) { }

    /// <summary>Says what is missing, and what the driver said.</summary>
    public DeviceException(string message, Exception cause)
        : base(message, cause) { }
}
